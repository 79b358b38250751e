package dagscribe.dag;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which DAGs are worth paying for. The first rule that applies decides.
 *
 * <p>A DAG without any known operator is kept by the rule of basic operators: it uses operators of
 * its own, a factory or tasks made at run time, and is the opposite of trivial.
 *
 * @param minLines shorter DAGs are skipped, 0 or more
 * @param basicOperators DAGs with no operator but these are skipped; empty skips none
 * @param minPriority lower priorities are skipped, 0 to 1
 */
public record SelectionRules(int minLines, Set<String> basicOperators, double minPriority)
    implements Serializable {

  public SelectionRules {
    basicOperators = Set.copyOf(basicOperators);
    if (minLines < 0) {
      throw new IllegalArgumentException("minLines must be 0 or more: " + minLines);
    }
    if (!(minPriority >= 0 && minPriority <= 1)) {
      throw new IllegalArgumentException("minPriority must be 0 to 1: " + minPriority);
    }
  }

  /** Why a DAG is skipped; empty if it is kept. */
  public Optional<Skip> check(DagFacts facts, Priority priority) {
    if (facts.lineCount() < minLines) {
      return skip(SkipReason.TOO_FEW_LINES, facts.lineCount() + " of " + minLines + " lines");
    }
    if (!facts.operators().isEmpty() && basicOperators.containsAll(facts.operators())) {
      return skip(SkipReason.ONLY_BASIC_OPERATORS, String.join(", ", facts.operators()));
    }
    if (priority.score() < minPriority) {
      return skip(
          SkipReason.LOW_PRIORITY,
          String.format(Locale.ROOT, "%.3f is below %.3f", priority.score(), minPriority));
    }
    return Optional.empty();
  }

  private static Optional<Skip> skip(SkipReason reason, String detail) {
    return Optional.of(new Skip(reason, detail));
  }
}
