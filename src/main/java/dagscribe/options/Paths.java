package dagscribe.options;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists and file names in the values of options. */
final class Paths {

  /** A comma that is not inside the braces of a pattern such as {@code day-{1,2}.jsonl}. */
  private static final Pattern COMMA = Pattern.compile(",(?![^{}]*})");

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[\\]{}]");

  private Paths() {}

  static List<String> patterns(String text) {
    return split("input", COMMA, text);
  }

  static List<String> names(String text) {
    return split("basicOperators", Pattern.compile(","), text);
  }

  private static List<String> split(String option, Pattern comma, String text) {
    List<String> parts = Stream.of(comma.split(text, -1)).map(String::strip).toList();
    if (parts.contains("")) {
      throw UsageException.of(option, text, "a comma-separated list without empty parts");
    }
    return parts;
  }

  static String directory(String text) {
    if (WILDCARD.matcher(text).find()) {
      throw UsageException.of("output", text, "a directory, not a pattern");
    }
    boolean endsInSlash = text.endsWith("/") && text.length() > 1;
    return endsInSlash ? text.substring(0, text.length() - 1) : text;
  }
}
