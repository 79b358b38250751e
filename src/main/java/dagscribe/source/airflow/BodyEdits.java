package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves {@code ...} of function and class bodies in which no DAG is written, and the first
 * sentence of their doc strings.
 */
final class BodyEdits {

  private static final Pattern CALLABLE =
      Pattern.compile("(?<!\\w)python_callable\\s*+=\\s*+(\\w++)");

  private final SyntaxTree tree;
  private final DagCode code;
  private final Set<String> callables = new HashSet<>();

  private BodyEdits(SyntaxTree tree) {
    this.tree = tree;
    this.code = DagCode.of(tree);
    Matcher callable = CALLABLE.matcher(tree.source());
    while (callable.find()) {
      callables.add(callable.group(1));
    }
  }

  /** Bodies of helpers: neither a task nor called by one through {@code python_callable}. */
  static List<Edit> ofHelpers(SyntaxTree tree) {
    return new BodyEdits(tree).edits(false);
  }

  /** Bodies of all functions and classes without DAG code. */
  static List<Edit> ofAll(SyntaxTree tree) {
    return new BodyEdits(tree).edits(true);
  }

  private List<Edit> edits(boolean tasksToo) {
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      boolean definition = tree.is(node, Grammar.FUNCTION) || tree.is(node, Grammar.CLASS);
      int body = definition ? tree.last(node) : SyntaxTree.NO_NODE;
      if (tree.is(body, Grammar.BLOCK) && !code.isWithin(body) && (tasksToo || !isTask(node))) {
        edits.add(new Edit(tree.start(body), tree.end(body), stub(body)));
      }
    }
    return edits;
  }

  private boolean isTask(int definition) {
    int decorated = tree.parent(definition);
    return callables.contains(tree.text(tree.first(definition)))
        || (tree.is(decorated, Grammar.DECORATED) && code.isTask(decorated));
  }

  private String stub(int body) {
    int statement = tree.first(body);
    int doc = statement < 0 ? statement : tree.first(statement);
    if (!tree.is(doc, Grammar.STRING) || !StringEdits.isDocString(tree, doc)) {
      return "...";
    }
    String indent = " ".repeat(columnOf(body));
    return ShortString.firstSentence(tree.text(doc)) + "\n" + indent + "...";
  }

  private int columnOf(int node) {
    return tree.start(node) - (tree.source().lastIndexOf('\n', tree.start(node) - 1) + 1);
  }
}
