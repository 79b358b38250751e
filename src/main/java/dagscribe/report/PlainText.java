package dagscribe.report;

import java.util.regex.Pattern;

/**
 * Text of servers, files and records as it may be shown: without control and format characters,
 * which could hide or reorder what stands beside them, and without halves of surrogate pairs.
 */
final class PlainText {

  /** Control, format and line separators, halves of pairs. */
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]++");

  private PlainText() {}

  /** The text with a space for each run of such characters. */
  static String of(String text) {
    return HIDDEN.matcher(text).replaceAll(" ");
  }
}
