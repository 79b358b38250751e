package dagscribe.source.airflow;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where in a tree the DAG itself is written: calls of DAG classes and operators, calls that give a
 * task id, TaskFlow decorators, dependency statements. What holds none of these is plain Python.
 */
final class DagCode {

  private static final List<String> IDENTIFYING =
      List.of("dag_id", "task_id", "schedule", "schedule_interval", "timetable");

  private final SyntaxTree tree;
  private final Names names;
  private final BitSet places = new BitSet();
  private final Set<String> identifying = new HashSet<>();

  private DagCode(SyntaxTree tree) {
    this.tree = tree;
    this.names = Names.of(tree);
  }

  static DagCode of(SyntaxTree tree) {
    DagCode code = new DagCode(tree);
    for (int node = 0; node < tree.size(); node++) {
      if (code.isDagCode(node)) {
        code.places.set(tree.start(node));
      }
      if (tree.is(node, Grammar.CALL)) {
        code.noteNames(new CallSite(tree, node));
      }
    }
    return code;
  }

  /** Notes the names that stand for ids and schedules in a call. */
  private void noteNames(CallSite call) {
    if (DagCollector.isDagClass(call.name(names))) {
      noteName(call.firstPositional());
    }
    IDENTIFYING.forEach(keyword -> noteName(call.keyword(keyword)));
  }

  private void noteName(int value) {
    if (tree.is(value, Grammar.IDENTIFIER)) {
      identifying.add(tree.text(value));
    }
  }

  /** Whether a keyword argument or an assignment gives an id or a schedule. */
  boolean isIdentifying(int node) {
    if (tree.is(node, Grammar.KEYWORD_ARGUMENT)) {
      return IDENTIFYING.contains(tree.text(tree.first(node)));
    }
    return tree.is(node, Grammar.ASSIGNMENT) && identifying.contains(tree.text(tree.first(node)));
  }

  private boolean isDagCode(int node) {
    int kind = tree.kind(node);
    if (kind == Grammar.CALL) {
      return isDagCall(node);
    }
    if (kind == Grammar.DECORATED) {
      return isTaskflow(node);
    }
    return kind == Grammar.EXPRESSION_STATEMENT && DependencyCollector.isDependency(tree, node);
  }

  /** Whether a call makes a DAG or a task. */
  boolean isDagCall(int call) {
    CallSite site = new CallSite(tree, call);
    String name = site.name(names);
    return DagCollector.isDagClass(name)
        || TaskCollector.isOperator(name)
        || site.keyword("task_id") >= 0;
  }

  /** Whether a decorated definition is a DAG, a task or a task group. */
  boolean isTaskflow(int decorated) {
    return Decorator.of(tree, names, decorated).stream().anyMatch(Decorator::isTaskflow);
  }

  /** Whether a decorated definition is a task. */
  boolean isTask(int decorated) {
    return Decorator.of(tree, names, decorated).stream().anyMatch(Decorator::isTask);
  }

  /** Whether any DAG code begins within the node. */
  boolean isWithin(int node) {
    int place = places.nextSetBit(tree.start(node));
    return place >= 0 && place < tree.end(node);
  }
}
