package dagscribe.text;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text of servers, files, records and options as it may be shown: without what steers a terminal,
 * is invisible, or turns the direction of writing, and so deceives who reads it.
 */
public final class PlainText {

  /** Control, format, line and paragraph separators, halves of pairs. */
  private static final String HIDDEN = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}";

  private static final Pattern RUNS = Pattern.compile("[" + HIDDEN + "]++");
  private static final Pattern ACTIVE = Pattern.compile("[" + HIDDEN + "&&[^\n\t]]");

  /** Also what no font is sure to draw: private use, and code points that mean nothing yet. */
  private static final Pattern NOT_DRAWN = Pattern.compile("[" + HIDDEN + "\\p{Co}\\p{Cn}]++");

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\x1c-\\x1f]++");

  private PlainText() {}

  /** The text with a space for each run of hidden characters. */
  public static String spaced(String text) {
    return RUNS.matcher(text).replaceAll(" ");
  }

  /**
   * The text with hidden characters as {@code \\u202e} is written, but for ends of lines and tabs:
   * nothing is lost, and inside JSON it stays the same text.
   */
  public static String escaped(String text) {
    return ACTIVE.matcher(text).replaceAll(PlainText::escape);
  }

  /** The text in one line, without hidden characters, and one space for any space. */
  public static String oneLine(String text) {
    String line = NOT_DRAWN.matcher(SPACE.matcher(text).replaceAll(" ")).replaceAll("");
    return SPACE.matcher(line).replaceAll(" ").strip();
  }

  /** At most so many characters of a line, and a sign if there was more. */
  public static String cut(String line, int most) {
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
    return line.substring(0, end) + "…";
  }

  private static String escape(MatchResult hidden) {
    StringBuilder escaped = new StringBuilder();
    for (char unit : hidden.group().toCharArray()) {
      escaped.append(String.format(Locale.ROOT, "\\\\u%04x", (int) unit));
    }
    return escaped.toString();
  }
}
