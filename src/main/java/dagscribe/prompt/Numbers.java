package dagscribe.prompt;

import java.util.List;
import java.util.Locale;

/** Small whole numbers as people write them: in digits, or as a word up to twelve. */
final class Numbers {

  private static final List<String> WORDS =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  /** A regular expression for one number, without a group. */
  static final String REGEX = "(?:\\d{1,4}|" + String.join("|", WORDS) + ")";

  private Numbers() {}

  /** The value of what {@link #REGEX} matched, in any letter case. */
  static int parse(String text) {
    int word = WORDS.indexOf(text.toLowerCase(Locale.ROOT));
    return word >= 0 ? word : Integer.parseInt(text);
  }
}
