package dagscribe.source.airflow;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Other names that operators, sensors and DAG classes are imported under: {@code BashOperator as
 * Bash}. Some of what looks so is within strings.
 */
final class Aliases {

  private static final String AS = " as ";

  /** Each is looked for in the whole source. */
  private static final int MAX_ALIASES = 64;

  private Aliases() {}

  static Set<String> of(String source) {
    Set<String> aliases = new LinkedHashSet<>();
    for (int as = source.indexOf(AS);
        as >= 0 && aliases.size() < MAX_ALIASES;
        as = source.indexOf(AS, as + 1)) {
      int start = as + AS.length();
      int end = start;
      while (end < source.length() && Character.isUnicodeIdentifierPart(source.charAt(end))) {
        end++;
      }
      if (end > start && isOfInterest(source, as)) {
        aliases.add(source.substring(start, end));
      }
    }
    return aliases;
  }

  private static boolean isOfInterest(String source, int end) {
    return Stream.of("Operator", "Sensor", "Async", "DAG", "Dag")
        .anyMatch(ending -> source.startsWith(ending, end - ending.length()));
  }
}
