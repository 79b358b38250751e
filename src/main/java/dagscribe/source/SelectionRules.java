package dagscribe.source;

import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Priority;
import java.io.Serializable;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which DAGs are worth asking for, judged one at a time. Thread-safe.
 *
 * @param minLines fewest lines; 0 lets all pass
 * @param basicOperators operators that alone make no DAG worth asking for; empty lets all pass. A
 *     DAG without any operator passes: its operators are custom ones, or made by a factory or in a
 *     way the reader cannot name, which is the opposite of trivial
 * @param minPriority lowest score, 0 to 1; 0 lets all pass
 */
public record SelectionRules(int minLines, Set<String> basicOperators, double minPriority)
    implements Serializable {

  public SelectionRules {
    if (minLines < 0) {
      throw new IllegalArgumentException("minLines must be 0 or more: " + minLines);
    }
    if (!(minPriority >= 0 && minPriority <= 1)) {
      throw new IllegalArgumentException("minPriority must be from 0 to 1: " + minPriority);
    }
    // In order, so that equal rules are equal text in every process.
    basicOperators = Collections.unmodifiableSet(new TreeSet<>(basicOperators));
  }

  /** Why the DAG is to be skipped, by the first rule it breaks; empty if it is to be kept. */
  public Optional<Skip> check(DagFacts facts, Priority priority) {
    if (facts.lineCount() < minLines) {
      return skip(SkipReason.TOO_FEW_LINES, facts.lineCount() + " lines, fewer than " + minLines);
    }
    if (hasOnlyBasicOperators(facts)) {
      return skip(SkipReason.ONLY_BASIC_OPERATORS, "only " + String.join(", ", facts.operators()));
    }
    if (priority.score() < minPriority) {
      return skip(
          SkipReason.LOW_PRIORITY,
          String.format(Locale.ROOT, "priority %s, below %s", priority.score(), minPriority));
    }
    return Optional.empty();
  }

  private boolean hasOnlyBasicOperators(DagFacts facts) {
    return !facts.operators().isEmpty() && basicOperators.containsAll(facts.operators());
  }

  private static Optional<Skip> skip(SkipReason reason, String detail) {
    return Optional.of(new Skip(reason, detail));
  }
}
