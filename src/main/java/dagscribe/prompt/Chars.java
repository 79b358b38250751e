package dagscribe.prompt;

/** Which characters may travel in a prompt or an instruction. */
final class Chars {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int BRAILLE_BLANK = 0x2800;

  private Chars() {}

  /**
   * The text with every lone surrogate, every control character but white space, and every tag, the
   * invisible copy of an ASCII character, replaced.
   */
  static String printable(String text) {
    if (text.codePoints().noneMatch(Chars::unprintable)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(unprintable(c) ? REPLACEMENT : c));
    return out.toString();
  }

  /**
   * The text on one line, without lone surrogates and control characters, without characters that
   * nobody sees, and with each run of white space as one blank. What shapes a character that is
   * seen stays: one joiner between two that are not ASCII, as in a family of emoji or in Persian,
   * and one selector behind such a character.
   */
  static String paragraph(String text) {
    int[] given = text.codePoints().toArray();
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < given.length; i++) {
      boolean blank = Character.isWhitespace(given[i]) || Character.isSpaceChar(given[i]);
      if (blank && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      } else if (!blank && (shapes(given, i) || !(unseen(given[i]) || unprintable(given[i])))) {
        out.appendCodePoint(given[i]);
      }
    }
    return out.toString().strip();
  }

  private static boolean unseen(int codePoint) {
    return Invisible.test(codePoint) || codePoint == BRAILLE_BLANK;
  }

  private static boolean shapes(int[] text, int i) {
    boolean joins = text[i] == ZERO_WIDTH_NON_JOINER || text[i] == ZERO_WIDTH_JOINER;
    boolean selects = text[i] == TEXT_STYLE || text[i] == EMOJI_STYLE;
    boolean afterSelector = joins && i > 1 && text[i - 1] == EMOJI_STYLE;
    return (joins || selects)
        && i > 0
        && isDrawn(text[afterSelector ? i - 2 : i - 1])
        && (selects || (i + 1 < text.length && isDrawn(text[i + 1])));
  }

  private static boolean isDrawn(int codePoint) {
    return codePoint > 0xA0
        && !unseen(codePoint)
        && !unprintable(codePoint)
        && !Character.isSpaceChar(codePoint);
  }

  private static boolean unprintable(int codePoint) {
    boolean whiteSpace = codePoint >= '\t' && codePoint <= '\r';
    boolean surrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return surrogate
        || Invisible.isTag(codePoint)
        || (Character.isISOControl(codePoint) && !whiteSpace);
  }
}
