package dagscribe.dag;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes statements out in which no DAG is written: helpers of which only a stub is left, prints,
 * imports of other things than Airflow. Short assignments stay, since ids and schedules are often
 * given by name.
 */
final class StatementEdits {

  private static final int SHORT_CHARS = 60;

  private StatementEdits() {}

  static List<Edit> all(SyntaxTree tree) {
    DagCode code = DagCode.of(tree);
    List<Edit> edits = new ArrayList<>();
    for (int node = tree.first(0); node >= 0; node = tree.next(node)) {
      if (!code.isWithin(node) && !isWorthKeeping(tree, node)) {
        edits.add(removal(tree, node));
      }
    }
    return edits;
  }

  private static boolean isWorthKeeping(SyntaxTree tree, int statement) {
    String text = tree.text(statement);
    if (tree.is(statement, Grammar.IMPORT) || tree.is(statement, Grammar.IMPORT_FROM)) {
      return text.contains("airflow");
    }
    int expression = tree.first(statement);
    return tree.is(expression, Grammar.STRING)
        || (tree.is(expression, Grammar.ASSIGNMENT) && text.length() <= SHORT_CHARS);
  }

  private static Edit removal(SyntaxTree tree, int statement) {
    int end = tree.end(statement);
    boolean endsLine = tree.source().startsWith("\n", end);
    return new Edit(tree.start(statement), endsLine ? end + 1 : end, "");
  }
}
