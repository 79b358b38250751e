package dagscribe.prompt;

import dagscribe.text.JarText;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a character may be read as by somebody who only sees it: the skeleton of Unicode's Technical
 * Standard #39, as far as ASCII letters, {@code <} and {@code /} go. Stateless.
 *
 * <p>ICU4J computes skeletons, at 14 MB; the few hundred characters that matter here are a file.
 */
final class Lookalikes {

  /** Stands for a character that nobody sees, in a reading. */
  static final char HIDDEN = '\0';

  private static final String FILE = "/dagscribe/prompts/lookalikes.txt";
  private static final Map<Integer, Character> ASCII_OF = read();

  private Lookalikes() {}

  /**
   * The character as it may be read, in lower case: a line feed for what ends a line, a blank for
   * other white space, {@link #HIDDEN} for what is invisible, nothing for a mark on the letter
   * before it.
   */
  static String reading(int codePoint) {
    if (codePoint < 0x80) {
      return String.valueOf(ofAscii(codePoint));
    }
    if (Invisible.test(codePoint) || codePoint == 0xFFFD || Character.isISOControl(codePoint)) {
      return String.valueOf(HIDDEN);
    }
    if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
      return codePoint == 0x2028 || codePoint == 0x2029 ? "\n" : " ";
    }
    Character lookalike = ASCII_OF.get(codePoint);
    if (lookalike != null) {
      return lookalike.toString();
    }
    String apart = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    StringBuilder seen = new StringBuilder();
    apart
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> !isMark(c))
        .forEach(c -> seen.appendCodePoint(ASCII_OF.containsKey(c) ? ASCII_OF.get(c) : c));
    return seen.toString();
  }

  /** The same of an ASCII character, which is always one. */
  static char ofAscii(int codePoint) {
    if (codePoint >= 'A' && codePoint <= 'Z') {
      return (char) (codePoint + 'a' - 'A');
    }
    if (codePoint > ' ' && codePoint < 0x7F) {
      return (char) codePoint;
    }
    boolean endsLine = codePoint == '\n' || codePoint == '\r';
    return endsLine ? '\n' : Character.isWhitespace(codePoint) ? ' ' : HIDDEN;
  }

  private static boolean isMark(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static Map<Integer, Character> read() {
    Map<Integer, Character> read = new HashMap<>();
    JarText.read(FILE)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> line.codePoints().skip(2).forEach(c -> read.put(c, line.charAt(0))));
    return read;
  }
}
