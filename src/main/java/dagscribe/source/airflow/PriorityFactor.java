package dagscribe.source.airflow;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What makes a DAG worth its price as training data, and how much of the priority each can give.
 * The weights add up to 1. They put first what makes one instruction differ from the next (what the
 * DAG does and with which systems), then structure, then what helps to describe it.
 */
enum PriorityFactor {
  /** Distinct operators and sensors beyond the plain ones; five give all. */
  VARIED_OPERATORS(0.25),
  /** Provider packages of systems, not of Airflow's own basics; two give all. */
  PROVIDERS(0.15),
  /** Tasks; eight give all. */
  MANY_TASKS(0.15),
  /** Dependency statements; four give all. */
  DEPENDENCIES(0.15),
  /** A schedule. */
  SCHEDULED(0.10),
  /** The TaskFlow API, used by one in six DAGs of our corpus. */
  TASKFLOW(0.05),
  /** A doc string or description; one of 40 characters, about a sentence, gives all. */
  DOCUMENTED(0.10),
  /** A length that says something and still fits a prompt: 30 to 400 lines. */
  SENSIBLE_LENGTH(0.05);

  private static final Set<String> PLAIN_OPERATORS =
      Set.of("EmptyOperator", "DummyOperator", "BashOperator", "PythonOperator", "task");
  private static final Set<String> BASIC_PROVIDERS =
      Set.of("standard", "common.compat", "common.io", "common.sql");

  private final double weight;

  PriorityFactor(double weight) {
    this.weight = weight;
  }

  double weight() {
    return weight;
  }

  /** The reason it stands for: {@code varied-operators}. */
  String reason() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the factor adds to the priority: 0 to its weight. */
  double of(DagFacts facts) {
    return weight * share(facts);
  }

  private double share(DagFacts facts) {
    return switch (this) {
      case VARIED_OPERATORS -> share(countBeyond(facts.operators(), PLAIN_OPERATORS), 5);
      case PROVIDERS -> share(countBeyond(facts.providers(), BASIC_PROVIDERS), 2);
      case MANY_TASKS -> share(Math.max(facts.taskCount(), facts.taskIds().size()), 8);
      case DEPENDENCIES -> share(facts.dependencyCount(), 4);
      case SCHEDULED -> facts.schedule() == null ? 0 : 1;
      case TASKFLOW -> facts.taskflow() ? 1 : 0;
      case DOCUMENTED -> share(facts.docString().length(), 40);
      case SENSIBLE_LENGTH -> facts.lineCount() >= 30 && facts.lineCount() <= 400 ? 1 : 0;
    };
  }

  private static double share(long count, int enough) {
    return Math.min(1.0, count / (double) enough);
  }

  private static long countBeyond(List<String> names, Set<String> plain) {
    return names.stream().filter(name -> !plain.contains(name)).count();
  }
}
