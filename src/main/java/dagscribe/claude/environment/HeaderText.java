package dagscribe.claude.environment;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text for a header, checked before a call is made with it: an HTTP client would refuse it by an
 * exception that shows the text. Source: RFC 9110, 5.5 and 5.6.2.
 */
final class HeaderText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private HeaderText() {}

  /** Without the blanks, line breaks and byte order mark that reading a file leaves around it. */
  static String trimmed(String text) {
    int start = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    return text.substring(start).strip();
  }

  /**
   * Checks a key or token.
   *
   * @throws EnvironmentException naming the first character that does not fit, and its place
   */
  static String checkedSecret(String variable, String value) {
    return checked(variable, value, 0, c -> c > ' ' && c < 0x7F, "which no key can hold");
  }

  /**
   * Checks a header's value.
   *
   * @param where variable, and the line in it
   * @param start where the value begins in the line
   * @throws EnvironmentException naming the first character that does not fit, and its place
   */
  static String checkedValue(String where, String line, int start) {
    IntPredicate fits = c -> c == '\t' || (c >= ' ' && c < 0x7F);
    return checked(where, line, start, fits, "which no header can carry");
  }

  private static String checked(
      String where, String whole, int start, IntPredicate fits, String why) {
    String text = trimmed(whole.substring(start));
    int before = whole.indexOf(text, start);
    for (int i = 0; i < text.length(); i++) {
      if (!fits.test(text.charAt(i))) {
        int place = whole.codePointCount(0, before + i) + 1;
        throw new EnvironmentException(
            where, "character " + place + " is " + name(text.codePointAt(i)) + ", " + why);
      }
    }
    return text;
  }

  private static String name(int codePoint) {
    String name = Character.getName(codePoint);
    String code = String.format(Locale.ROOT, "U+%04X", codePoint);
    return name == null ? code : code + " (" + name + ")";
  }
}
