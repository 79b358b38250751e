package dagscribe.sim;

/** Text by its characters. */
final class Text {

  private Text() {}

  /**
   * The first characters, at most {@code maxChars}, without half of a surrogate pair at the end.
   */
  static String cut(String text, int maxChars) {
    int end = Math.min(text.length(), maxChars);
    boolean halfPair =
        end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, halfPair ? end - 1 : end);
  }
}
