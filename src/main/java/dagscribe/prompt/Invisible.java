package dagscribe.prompt;

/**
 * Characters that nobody sees: those that Unicode lets a display ignore (format characters, tags,
 * variation selectors, fillers) and the marks of interlinear annotation. White space is none.
 *
 * <p>Java does not know the property {@code Default_Ignorable_Code_Point}, so its ranges beside the
 * format characters stand here; a test compares them with Unicode's.
 */
final class Invisible {

  private static final int TAGS = 0xE0000;
  private static final int TAGS_END = 0xE007F;

  private static final int[][] RANGES = {
    {0x034F, 0x034F},
    {0x115F, 0x1160},
    {0x17B4, 0x17B5},
    {0x180B, 0x180F},
    {0x2065, 0x2065},
    {0x3164, 0x3164},
    {0xFE00, 0xFE0F},
    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFB},
    {0xE0000, 0xE0FFF},
  };

  /** Format characters that are drawn, such as the Arabic sign of a year. */
  private static final int[][] DRAWN = {
    {0x0600, 0x0605},
    {0x06DD, 0x06DD},
    {0x070F, 0x070F},
    {0x0890, 0x0891},
    {0x08E2, 0x08E2},
    {0x110BD, 0x110CD},
    {0x13430, 0x1343F},
  };

  private Invisible() {}

  static boolean test(int codePoint) {
    return codePoint >= 0xAD
        && (in(RANGES, codePoint)
            || (Character.getType(codePoint) == Character.FORMAT && !in(DRAWN, codePoint)));
  }

  /** Whether it is one of the invisible copies of ASCII. */
  static boolean isTag(int codePoint) {
    return codePoint >= TAGS && codePoint <= TAGS_END;
  }

  private static boolean in(int[][] ranges, int codePoint) {
    for (int[] range : ranges) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
