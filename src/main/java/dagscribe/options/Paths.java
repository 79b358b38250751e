package dagscribe.options;

import dagscribe.input.FileNameEncoding;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists and file names in the values of options. */
final class Paths {

  /** Neither escaped nor inside the braces of a pattern such as {@code day-{1,2}.jsonl}. */
  private static final Pattern COMMA = Pattern.compile("(?<!\\\\),(?![^{}]*})");

  private static final Pattern ESCAPED_COMMA = Pattern.compile("\\\\,(?![^{}]*})");

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[\\]{}]");

  private Paths() {}

  static List<String> patterns(String text) {
    return split("input", COMMA, text).stream()
        .map(pattern -> FileUri.pattern("--input", pattern))
        .map(pattern -> ESCAPED_COMMA.matcher(pattern).replaceAll(","))
        .peek(pattern -> NameCheck.checkPath(FileNameEncoding.ofProcess(), "input", pattern))
        .toList();
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
    String path = FileUri.path("--output", text);
    if (WILDCARD.matcher(path).find()) {
      throw UsageException.of("output", text, "a directory, not a pattern");
    }
    NameCheck.checkPath(FileNameEncoding.ofProcess(), "output", path);
    boolean endsInSlash = path.endsWith("/") && path.length() > 1;
    return endsInSlash ? path.substring(0, path.length() - 1) : path;
  }
}
