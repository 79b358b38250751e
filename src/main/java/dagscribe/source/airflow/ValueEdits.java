package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;

/** Leaves {@code {...}}, {@code [...]} and {@code f(...)} of long values of arguments and names. */
final class ValueEdits {

  private static final int LONG_CHARS = 60;

  private ValueEdits() {}

  static List<Edit> all(SyntaxTree tree) {
    DagCode code = DagCode.of(tree);
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      int value = code.isIdentifying(node) ? SyntaxTree.NO_NODE : value(tree, node);
      if (value >= 0 && tree.end(value) - tree.start(value) > LONG_CHARS && !code.isWithin(value)) {
        edits.add(new Edit(tree.start(value), tree.end(value), outline(tree, value)));
      }
    }
    return edits;
  }

  /** The value a node gives to an argument or a name. */
  private static int value(SyntaxTree tree, int node) {
    boolean gives = tree.is(node, Grammar.ASSIGNMENT) || tree.is(node, Grammar.KEYWORD_ARGUMENT);
    return gives ? tree.last(node) : SyntaxTree.NO_NODE;
  }

  private static String outline(SyntaxTree tree, int value) {
    int kind = tree.kind(value);
    if (kind == Grammar.DICTIONARY || kind == Grammar.SET) {
      return "{...}";
    }
    if (kind == Grammar.LIST) {
      return "[...]";
    }
    if (kind == Grammar.TUPLE || kind == Grammar.CONCATENATED_STRING) {
      return "(...)";
    }
    if (kind == Grammar.CALL) {
      return tree.text(tree.first(value)) + "(...)";
    }
    return kind == Grammar.STRING ? ShortString.of(tree.text(value), 30) : "...";
  }
}
