package dagscribe.prompt;

/** Which characters may travel in a prompt or an instruction. */
final class Chars {

  private static final char REPLACEMENT = '\uFFFD';

  private Chars() {}

  /** The text with every lone surrogate and every control character but white space replaced. */
  static String printable(String text) {
    if (text.codePoints().noneMatch(Chars::unprintable)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(unprintable(c) ? REPLACEMENT : c));
    return out.toString();
  }

  /**
   * The text on one line, without lone surrogates, control characters and marks that reverse the
   * direction of what follows, and with each run of white space as one blank.
   */
  static String paragraph(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !unprintable(c) && !reverses(c))
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> c != ' ' || (out.length() > 0 && out.charAt(out.length() - 1) != ' '))
        .forEach(out::appendCodePoint);
    return out.toString().strip();
  }

  private static boolean unprintable(int codePoint) {
    boolean whiteSpace = codePoint >= '\t' && codePoint <= '\r';
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return surrogate || (Character.isISOControl(codePoint) && !whiteSpace);
  }

  private static boolean reverses(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}
