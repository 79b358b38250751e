package dagscribe.claude.environment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Headers of the operator's own: lines of {@code Name: value}, of which the last of a name counts
 * and one without a colon says nothing.
 *
 * @param headers values by name
 * @param linesWithoutColon numbers of lines that are not blank and say nothing
 */
record CustomHeaders(SortedMap<String, String> headers, List<Integer> linesWithoutColon) {

  static final String VARIABLE = "ANTHROPIC_CUSTOM_HEADERS";

  static final CustomHeaders NONE = new CustomHeaders(Collections.emptySortedMap(), List.of());

  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern SECRET_NAME =
      Pattern.compile("auth|key|token|secret|cookie|password|credential");

  private static final Pattern WORD_END = Pattern.compile("[\\s,;]+");

  /** A shorter word of a header that may be of any name is taken for no secret. */
  private static final int SECRET_CHARS = 8;

  static CustomHeaders parse(String text) {
    SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<Integer> others = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int colon = line.indexOf(':');
      if (colon >= 0) {
        String where = VARIABLE + ", line " + (i + 1);
        headers.put(
            name(where, HeaderText.trimmed(line.substring(0, colon))),
            HeaderText.checkedValue(where, line, colon + 1));
      } else if (!line.isBlank()) {
        others.add(i + 1);
      }
    }
    return new CustomHeaders(headers, others);
  }

  private static String name(String where, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new EnvironmentException(where, "what stands before the colon is no header's name");
    }
    return name;
  }

  /** Whether one of them says who calls, so that no other credential is sent. */
  boolean authorise() {
    return headers.containsKey("Authorization") || headers.containsKey("X-Api-Key");
  }

  /**
   * Words that must not be shown: long ones of any value, as a gateway's header may be of any name,
   * and the last one where the name tells of a secret.
   */
  List<String> secrets() {
    return headers.entrySet().stream()
        .flatMap(header -> secrets(header.getKey(), header.getValue()))
        .distinct()
        .toList();
  }

  private static Stream<String> secrets(String name, String value) {
    boolean isSecret = SECRET_NAME.matcher(name.toLowerCase(Locale.ROOT)).find();
    String last = value.substring(value.lastIndexOf(' ') + 1);
    return Stream.concat(
        WORD_END.splitAsStream(value).filter(word -> word.length() >= SECRET_CHARS),
        isSecret ? Stream.of(last) : Stream.empty());
  }
}
