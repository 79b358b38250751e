package dagscribe.source.airflow;

import java.util.Arrays;

/**
 * A text as long as the source in which every character is ASCII, for the native parser to read.
 * The parser counts bytes of modified UTF-8, refuses lone surrogates and stops at NUL; in the
 * shadow a byte offset is an index into the source, and none of that can happen.
 *
 * <p>A letter becomes a letter, so that names stay names. Any other character becomes U+0001, which
 * is harmless within strings and comments and a syntax error elsewhere, as the character itself
 * would be. A byte order mark at the start becomes a line end, as does a CR without LF, which the
 * parser takes for a blank; of line ends that a backslash hides, one after another, the first
 * stays.
 */
final class AsciiShadow {

  private static final char ALIEN = '\u0001';

  /** What the parser's look ahead passes over as well. */
  private static final String PASSED_OVER = " \t\f\n\r";

  private AsciiShadow() {}

  static String of(String source) {
    for (int i = 0; i < source.length(); i++) {
      if (!isPlain(source.charAt(i)) || "\r\\".indexOf(source.charAt(i)) >= 0) {
        return shadow(source);
      }
    }
    return source;
  }

  private static String shadow(String source) {
    char[] shadow = source.toCharArray();
    for (int i = 0; i < shadow.length; i++) {
      if (!isPlain(shadow[i])) {
        shadow[i] = standIn(shadow[i], i);
      } else if (shadow[i] == '\r' && !source.startsWith("\n", i + 1)) {
        shadow[i] = '\n';
      }
    }
    blankContinuations(shadow);
    return new String(shadow);
  }

  /** A backslash at a line's end after another one, which the parser looks ahead over each time. */
  private static void blankContinuations(char[] shadow) {
    boolean continued = false;
    for (int i = 0; i < shadow.length; i++) {
      int hidden = hiddenLineEnd(shadow, i);
      if (hidden == 0) {
        continued &= PASSED_OVER.indexOf(shadow[i]) >= 0;
        continue;
      }
      if (continued) {
        Arrays.fill(shadow, i, i + hidden, ' ');
      }
      continued = true;
      i += hidden - 1;
    }
  }

  /** Length of the backslash and the line end that it hides; 0 if there is none here. */
  private static int hiddenLineEnd(char[] shadow, int start) {
    if (shadow[start] != '\\') {
      return 0;
    }
    boolean hasReturn = start + 1 < shadow.length && shadow[start + 1] == '\r';
    int end = start + (hasReturn ? 2 : 1);
    return end < shadow.length && shadow[end] == '\n' ? end + 1 - start : 0;
  }

  private static boolean isPlain(char c) {
    return c > 0 && c < 0x80;
  }

  private static char standIn(char c, int index) {
    if (c == '\uFEFF' && index == 0) {
      return '\n';
    }
    return Character.isLetter(c) ? 'x' : ALIEN;
  }
}
