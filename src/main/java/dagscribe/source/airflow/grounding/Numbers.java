package dagscribe.source.airflow.grounding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small whole numbers as people write them: in digits, or as a word up to twenty, and in tens. */
final class Numbers {

  private static final List<String> WORDS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private static final Map<String, Integer> TENS =
      Map.of("thirty", 30, "forty", 40, "forty-five", 45, "fifty", 50, "sixty", 60, "ninety", 90);

  /** A regular expression for one number, without a group. */
  static final String REGEX = "(?:\\d{1,4}|" + alternatives() + ")";

  private Numbers() {}

  /** Longer words first, as some begin with others. */
  private static String alternatives() {
    return Stream.concat(WORDS.stream(), TENS.keySet().stream())
        .sorted(Comparator.comparing(String::length).reversed())
        .collect(Collectors.joining("|"));
  }

  /** The value of what {@link #REGEX} matched, in any letter case. */
  static int parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Integer tens = TENS.get(lower);
    int word = WORDS.indexOf(lower);
    return tens != null ? tens : word >= 0 ? word : Integer.parseInt(text);
  }
}
