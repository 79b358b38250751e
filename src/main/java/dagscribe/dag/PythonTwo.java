package dagscribe.dag;

import java.util.regex.Pattern;

/**
 * Python 2, which tree-sitter's grammar accepts in part: print and exec statements, {@code <>},
 * {@code except A, b}, integers such as {@code 010} and {@code 10L}.
 */
final class PythonTwo {

  private static final Pattern SIGN =
      Pattern.compile(
          "\\bprint[ \\t]+[\\w'\"%]|\\bexec[ \\t]+[\\w'\"]|<>|\\bexcept\\b[^:\\n]{0,200}?,"
              + "|(?<![\\w.])0[0-9_]*[1-9]|(?<![\\w.])[0-9]+[lL]\\b");
  private static final Pattern INTEGER = Pattern.compile("0[0-9_]*[1-9][0-9_]*|[0-9]+[lL]");

  private PythonTwo() {}

  /** Whether a source shows a sign of Python 2, which may still be in a string or comment. */
  static boolean maybeIn(String source) {
    return SIGN.matcher(source).find();
  }

  /** Whether a whole tree holds Python 2. */
  static boolean isIn(SyntaxTree tree) {
    for (int node = 0; node < tree.size(); node++) {
      if (isPythonTwo(tree, node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPythonTwo(SyntaxTree tree, int node) {
    int kind = tree.kind(node);
    if (kind == Grammar.PRINT_STATEMENT || kind == Grammar.EXEC_STATEMENT) {
      return true;
    }
    if (kind == Grammar.INTEGER) {
      return INTEGER.matcher(tree.text(node)).matches();
    }
    if (kind == Grammar.COMPARISON) {
      return between(tree, node).contains("<>");
    }
    return kind == Grammar.EXCEPT && between(tree, node).contains(",");
  }

  /** What stands between the first two children of a node. */
  private static String between(SyntaxTree tree, int node) {
    int first = tree.first(node);
    int second = first < 0 ? first : tree.next(first);
    return second < 0 ? "" : tree.source().substring(tree.end(first), tree.start(second));
  }
}
