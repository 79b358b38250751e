package dagscribe.dag;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * The identity of a DAG's source: equal hashes are one DAG. Ignores trailing space and line ends,
 * nothing else. A source that has neither hashes to the plain SHA-256 of its text.
 */
public final class ContentHash {

  private ContentHash() {}

  /** SHA-256 of the normalised source, 64 lower-case hexadecimal digits. */
  public static String of(String source) {
    return Hashing.sha256().hashString(normalise(source), StandardCharsets.UTF_8).toString();
  }

  /**
   * The source without space at the end of its lines and without blank lines at its end; every line
   * ends in one LF, whatever it ended in.
   */
  public static String normalise(String source) {
    StringBuilder text = new StringBuilder(source.length() + 1);
    int end = 0; // behind the last character that is not trailing space
    int pending = 0; // line ends since then
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\n' || c == '\r') {
        boolean pair = c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
        i += pair ? 1 : 0;
        pending++;
        end = i + 1;
      } else if (!isSpace(c)) {
        text.append("\n".repeat(pending)).append(source, end, i + 1);
        pending = 0;
        end = i + 1;
      }
    }
    return text.isEmpty() ? "" : text.append('\n').toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\u000B';
  }
}
