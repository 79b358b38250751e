package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes whole statements out, least telling first and later ones before earlier ones: plain Python;
 * imports; tasks whose operators have been seen before them; other statements; dependencies; tasks
 * of new operators. What makes the DAG is never taken out.
 */
final class StatementEdits {

  private static final int SHORT_CHARS = 60;

  private enum Rank {
    PLAIN,
    IMPORT,
    SEEN_PROVIDER,
    SEEN_OPERATOR,
    NAME,
    DEPENDENCY,
    PROVIDER,
    TASK,
    DAG
  }

  private record Ranked(Rank rank, int node) {}

  private static final Comparator<Ranked> LEAST_TELLING_FIRST =
      Comparator.comparing(Ranked::rank)
          .thenComparing(Comparator.comparingInt(Ranked::node).reversed());

  private final SyntaxTree tree;
  private final DagCode code;
  private final Set<String> operators = new HashSet<>();
  private final Set<String> providers = new HashSet<>();

  private StatementEdits(SyntaxTree tree) {
    this.tree = tree;
    this.code = DagCode.of(tree);
  }

  static List<Edit> all(SyntaxTree tree) {
    return new StatementEdits(tree).edits();
  }

  private List<Edit> edits() {
    List<Ranked> statements = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      if (Statements.isStatement(tree, node) && isUnit(node)) {
        statements.add(new Ranked(rank(node), node));
      }
    }
    return statements.stream()
        .filter(statement -> statement.rank() != Rank.DAG)
        .sorted(LEAST_TELLING_FIRST)
        .map(statement -> Statements.removal(tree, statement.node()))
        .toList();
  }

  /** Whether a statement is taken out as a whole: it has no DAG code in blocks of its own. */
  private boolean isUnit(int statement) {
    for (int node = statement; isInside(node, statement); node++) {
      if (tree.is(node, Grammar.BLOCK) && code.isWithin(node)) {
        return false;
      }
    }
    return true;
  }

  private boolean isInside(int node, int statement) {
    return node < tree.size() && tree.start(node) < tree.end(statement);
  }

  private Rank rank(int statement) {
    if (tree.is(statement, Grammar.IMPORT) || tree.is(statement, Grammar.IMPORT_FROM)) {
      return rankImport(tree.text(statement));
    }
    if (code.isWithin(statement)) {
      return rankDagCode(statement);
    }
    int expression = tree.first(statement);
    if (code.isIdentifying(expression)) {
      return Rank.DAG;
    }
    boolean named =
        tree.is(expression, Grammar.ASSIGNMENT)
            && tree.end(statement) - tree.start(statement) <= SHORT_CHARS;
    return named || tree.is(expression, Grammar.STRING) ? Rank.NAME : Rank.PLAIN;
  }

  private Rank rankImport(String statement) {
    Set<String> imported = new TreeSet<>();
    Imports.addProviders(statement, imported);
    if (imported.isEmpty()) {
      return statement.contains("airflow") ? Rank.IMPORT : Rank.PLAIN;
    }
    return providers.addAll(imported) ? Rank.PROVIDER : Rank.SEEN_PROVIDER;
  }

  private Rank rankDagCode(int statement) {
    boolean makes = false;
    Rank highest = Rank.SEEN_OPERATOR;
    for (int node = statement; isInside(node, statement); node++) {
      if (tree.is(node, Grammar.DECORATED)
          || (tree.is(node, Grammar.CALL) && code.isDagCall(node))) {
        Rank rank = rankMaker(node);
        makes = true;
        highest = rank.compareTo(highest) > 0 ? rank : highest;
      }
    }
    return makes ? highest : Rank.DEPENDENCY;
  }

  /** The rank of what makes a DAG or a task. */
  private Rank rankMaker(int node) {
    if (tree.is(node, Grammar.DECORATED)) {
      return Rank.TASK;
    }
    String name = new CallSite(tree, node).name();
    if (DagCollector.isDagClass(name)) {
      return Rank.DAG;
    }
    return operators.add(name) ? Rank.TASK : Rank.SEEN_OPERATOR;
  }
}
