package dagscribe.source.airflow;

import java.util.Arrays;

/**
 * Blanks lines that hold a comment and nothing else: a parser spends time on each of them. Lines
 * within a string that look so are blanked too, which leaves the string where it is.
 */
final class CommentLines {

  private CommentLines() {}

  /** The text in its length, its comment lines and what looks like one turned into spaces. */
  static String blank(String text) {
    if (text.indexOf('#') < 0) {
      return text;
    }
    char[] chars = text.toCharArray();
    boolean continued = false;
    for (int start = 0; start < chars.length; ) {
      int end = lineEnd(chars, start);
      int sign = skipSpace(chars, start, end);
      if (!continued && sign < end && chars[sign] == '#' && !mayEndString(text, sign, end)) {
        Arrays.fill(chars, sign, end, ' ');
      }
      boolean insidePair = start == end && start > 0 && text.charAt(start - 1) == '\r';
      continued = insidePair ? continued : end > start && text.charAt(end - 1) == '\\';
      start = end + 1;
    }
    return new String(chars);
  }

  /** Only three quotes can end a string that began on another line, if that was not continued. */
  private static boolean mayEndString(String text, int from, int to) {
    for (int at = from; at + 2 < to; at++) {
      char c = text.charAt(at);
      if ((c == '"' || c == '\'') && c == text.charAt(at + 1) && c == text.charAt(at + 2)) {
        return true;
      }
    }
    return false;
  }

  private static int skipSpace(char[] chars, int from, int to) {
    int at = from;
    while (at < to && (chars[at] == ' ' || chars[at] == '\t')) {
      at++;
    }
    return at;
  }

  private static int lineEnd(char[] chars, int from) {
    int at = from;
    while (at < chars.length && chars[at] != '\n' && chars[at] != '\r') {
      at++;
    }
    return at;
  }
}
