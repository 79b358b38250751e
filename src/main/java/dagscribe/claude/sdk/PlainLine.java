package dagscribe.claude.sdk;

/**
 * One line out of text that a stranger wrote: no line breaks, no control characters, which a
 * terminal would obey, and none that are invisible or turn the direction of writing, which deceive
 * whoever reads it.
 */
final class PlainLine {

  private PlainLine() {}

  static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    boolean isGap = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int each = text.codePointAt(i);
      if (Character.isWhitespace(each) || Character.isSpaceChar(each)) {
        isGap = !line.isEmpty();
      } else if (isShown(each)) {
        line.append(isGap ? " " : "").appendCodePoint(each);
        isGap = false;
      }
    }
    return line.toString();
  }

  private static boolean isShown(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** At most so many characters of a line, and a sign if there was more. */
  static String cut(String line, int most) {
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
    return line.substring(0, end) + "…";
  }
}
