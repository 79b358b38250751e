package dagscribe.source.airflow;

import java.util.List;

/** Collects operators, sensors, decorated task functions and their ids. */
final class TaskCollector {

  private static final List<String> OPERATOR_ENDINGS =
      List.of("Operator", "Sensor", "OperatorAsync", "SensorAsync");

  private final SyntaxTree tree;
  private final Names names;
  private final FactsBuilder facts;

  TaskCollector(SyntaxTree tree, Names names, FactsBuilder facts) {
    this.tree = tree;
    this.names = names;
    this.facts = facts;
  }

  void collect() {
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Grammar.DECORATED)) {
        collectDecorated(node);
      } else if (tree.is(node, Grammar.CALL) && !tree.is(tree.parent(node), Grammar.DECORATOR)) {
        collectCall(new CallSite(tree, node));
      }
    }
  }

  static boolean isOperator(String name) {
    return OPERATOR_ENDINGS.stream().anyMatch(name::endsWith);
  }

  private void collectCall(CallSite call) {
    String name = call.name(names);
    if (isOperator(name)) {
      facts.operators.add(name);
      facts.taskCount++;
    }
    addTaskId(call);
  }

  private void collectDecorated(int decorated) {
    boolean task = false;
    boolean named = false;
    for (Decorator decorator : Decorator.of(tree, names, decorated)) {
      facts.taskflow |= decorator.isTaskflow();
      if (decorator.isTask()) {
        task = true;
        facts.operators.add(decorator.name());
        named |= decorator.call() >= 0 && addTaskId(new CallSite(tree, decorator.call()));
      }
    }
    if (task) {
      facts.taskCount++;
      addFunctionName(named, tree.first(tree.last(decorated)));
    }
  }

  private void addFunctionName(boolean named, int functionName) {
    if (!named && functionName >= 0) {
      facts.taskIds.add(tree.text(functionName));
    }
  }

  /** Adds the task id a call gives, if it is a constant; whether it gives one. */
  private boolean addTaskId(CallSite call) {
    int id = call.keyword("task_id");
    names.stringValue(id).ifPresent(facts.taskIds::add);
    return id >= 0;
  }
}
