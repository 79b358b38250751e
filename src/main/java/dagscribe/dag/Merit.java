package dagscribe.dag;

import java.util.List;
import java.util.Set;

/**
 * One thing that makes a DAG worth learning from, and the points it adds to the priority. All
 * weights add up to 1.
 */
record Merit(String reason, double points) {

  /** Operators that say little about a task. */
  private static final Set<String> PLAIN =
      Set.of("BashOperator", "EmptyOperator", "DummyOperator", "PythonOperator", "task");

  /** A file of this many lines says much and still fits in one prompt. */
  private static final int GOOD_LINES_FROM = 30;

  private static final int GOOD_LINES_TO = 400;

  static List<Merit> all(DagFacts facts) {
    return List.of(
        // What a DAG does shows most in its operators: the request must name them.
        upTo("operators", 0.25, specialOperators(facts), 4),
        // Systems outside Airflow are what people ask for.
        upTo("providers", 0.15, facts.providers().size(), 2),
        // A graph teaches order; beyond ten tasks there is little more to learn.
        upTo("tasks", 0.15, facts.taskCount(), 10),
        upTo("dependencies", 0.10, facts.dependencyCount(), 5),
        // A schedule is the part of a request that is easiest to get wrong.
        flag("schedule", 0.10, facts.schedule() != null),
        flag("taskflow", 0.05, facts.taskflow()),
        // The author's own words help the model to find the purpose.
        flag("documented", 0.05, !facts.docString().isBlank()),
        flag("length", 0.10, isGoodLength(facts.lineCount())),
        // What does not parse cannot be checked against its instruction.
        flag("parses", 0.05, facts.parsed()));
  }

  private static long specialOperators(DagFacts facts) {
    return facts.operators().stream().filter(operator -> !PLAIN.contains(operator)).count();
  }

  private static boolean isGoodLength(int lines) {
    return lines >= GOOD_LINES_FROM && lines <= GOOD_LINES_TO;
  }

  private static Merit upTo(String reason, double weight, long count, int full) {
    return new Merit(reason, weight * Math.min(count, full) / full);
  }

  private static Merit flag(String reason, double weight, boolean holds) {
    return new Merit(reason, holds ? weight : 0);
  }
}
