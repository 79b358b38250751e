package dagscribe.source.airflow;

import java.util.Set;

/** Counts the statements that put tasks in order. */
final class DependencyCollector {

  private static final Set<String> METHODS =
      Set.of("set_upstream", "set_downstream", "chain", "chain_linear", "cross_downstream");

  private DependencyCollector() {}

  static int count(SyntaxTree tree) {
    int count = 0;
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Grammar.EXPRESSION_STATEMENT) && isDependency(tree, node)) {
        count++;
      }
    }
    return count;
  }

  /** Whether an expression statement puts tasks in order. */
  static boolean isDependency(SyntaxTree tree, int statement) {
    int expression = tree.unwrapped(tree.first(statement));
    if (tree.is(expression, Grammar.CALL)) {
      return METHODS.contains(new CallSite(tree, expression).name());
    }
    return tree.is(expression, Grammar.BINARY_OPERATOR) && isShift(tree, expression);
  }

  /** Python 2 prints into files by {@code print >>f, x}. */
  private static boolean isPrint(SyntaxTree tree, int left) {
    return tree.is(left, Grammar.IDENTIFIER) && tree.text(left).equals("print");
  }

  private static boolean isShift(SyntaxTree tree, int operation) {
    int left = tree.first(operation);
    if (left < 0 || isPrint(tree, left)) {
      return false;
    }
    String operator = tree.source().substring(tree.end(left), tree.start(tree.last(operation)));
    return operator.contains(">>") || operator.contains("<<");
  }
}
