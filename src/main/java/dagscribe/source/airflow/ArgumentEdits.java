package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Leaves of the calls that make DAGs and tasks the arguments that tell most, and {@code ...}. */
final class ArgumentEdits {

  private static final Set<String> TELLING =
      Set.of(
          "dag_id",
          "task_id",
          "schedule",
          "schedule_interval",
          "timetable",
          "description",
          "python_callable",
          "trigger_dag_id",
          "external_dag_id",
          "external_task_id",
          "trigger_rule");

  private ArgumentEdits() {}

  static List<Edit> all(SyntaxTree tree) {
    DagCode code = DagCode.of(tree);
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Grammar.CALL) && code.isDagCall(node)) {
        int arguments = tree.last(node);
        if (tree.is(arguments, Grammar.ARGUMENTS) && !code.isWithin(arguments)) {
          edits.add(new Edit(tree.start(arguments), tree.end(arguments), telling(tree, arguments)));
        }
      }
    }
    return edits;
  }

  private static String telling(SyntaxTree tree, int arguments) {
    List<String> kept = new ArrayList<>();
    for (int child = tree.first(arguments); child >= 0; child = tree.next(child)) {
      boolean keyword = tree.is(child, Grammar.KEYWORD_ARGUMENT);
      if (!keyword || TELLING.contains(tree.text(tree.first(child)))) {
        kept.add(tree.text(child));
      }
    }
    kept.add("...");
    return "(" + String.join(", ", kept) + ")";
  }
}
