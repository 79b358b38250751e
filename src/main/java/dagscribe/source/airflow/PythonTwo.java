package dagscribe.source.airflow;

import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Python 2, which tree-sitter's grammar accepts in part: print and exec statements, {@code <>},
 * {@code except A, b}, integers such as {@code 010} and {@code 10L}.
 */
final class PythonTwo {

  /** Words at one of which Python 2 shows, apart from its integers. */
  static final String[] WORDS = {"print ", "exec ", "<>", "except "};

  private static final Pattern INTEGER = Pattern.compile("\\A(?:0[0_]*+[1-9][0-9_]*+|[0-9]++[lL])");

  private PythonTwo() {}

  /** Where integers begin that may be Python 2's; most are parts of dates within strings. */
  static IntStream integers(String source) {
    return IntStream.range(0, source.length() - 1)
        .filter(at -> isDigit(source, at) && !isWord(source, at - 1) && startsOdd(source, at));
  }

  private static boolean startsOdd(String source, int at) {
    if (source.charAt(at) == '0') {
      return isDigit(source, at + 1);
    }
    int end = at;
    while (isDigit(source, end)) {
      end++;
    }
    return end < source.length() && (source.charAt(end) | 0x20) == 'l';
  }

  private static boolean isDigit(String source, int at) {
    return at < source.length() && source.charAt(at) >= '0' && source.charAt(at) <= '9';
  }

  private static boolean isWord(String source, int at) {
    return at >= 0 && (Character.isLetterOrDigit(source.charAt(at)) || source.charAt(at) == '_');
  }

  /** Whether a tree holds Python 2. */
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
      return hasOldInequality(tree, node);
    }
    return kind == Grammar.EXCEPT && hasTwoExpressions(tree, node);
  }

  private static boolean hasOldInequality(SyntaxTree tree, int comparison) {
    int left = tree.first(comparison);
    int right = left < 0 ? left : tree.next(left);
    return right >= 0 && tree.source().substring(tree.end(left), tree.start(right)).contains("<>");
  }

  private static boolean hasTwoExpressions(SyntaxTree tree, int except) {
    int first = tree.first(except);
    int second = first < 0 ? first : tree.next(first);
    return second >= 0 && !tree.is(second, Grammar.BLOCK);
  }
}
