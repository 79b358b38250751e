package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A decorator of a function.
 *
 * @param name its dotted name as Airflow defines it: {@code task.branch}, whatever it was imported
 *     as
 * @param call the call with its arguments, {@link SyntaxTree#NO_NODE} without one
 */
record Decorator(String name, int call) {

  private static final Set<String> TASK = Set.of("task", "asset", "setup", "teardown");
  private static final Set<String> TASKFLOW =
      Set.of("dag", "task", "task_group", "asset", "setup", "teardown");

  /** The decorators of a decorated definition, from the top. */
  static List<Decorator> of(SyntaxTree tree, Names names, int decorated) {
    List<Decorator> decorators = new ArrayList<>();
    for (int child = tree.first(decorated); child >= 0; child = tree.next(child)) {
      if (tree.is(child, Grammar.DECORATOR)) {
        decorators.add(at(tree, names, tree.first(child)));
      }
    }
    return decorators;
  }

  private static Decorator at(SyntaxTree tree, Names names, int expression) {
    boolean called = tree.is(expression, Grammar.CALL);
    int callee = called ? tree.first(expression) : expression;
    String written = callee >= 0 ? tree.text(callee) : "";
    int dot = written.indexOf('.');
    String head = dot < 0 ? written : written.substring(0, dot);
    String rest = dot < 0 ? "" : written.substring(dot);
    String name = names.original(head) + rest;
    boolean ofModule = names.path(head).startsWith("airflow") && !TASKFLOW.contains(head(name));
    return new Decorator(
        ofModule ? withoutModule(name) : name, called ? expression : SyntaxTree.NO_NODE);
  }

  /** From the first word on that Airflow knows as a decorator; the name itself without one. */
  private static String withoutModule(String name) {
    int dot = name.indexOf('.');
    while (dot >= 0 && !TASKFLOW.contains(head(name.substring(dot + 1)))) {
      dot = name.indexOf('.', dot + 1);
    }
    return name.substring(dot + 1);
  }

  /** Whether it makes a DAG of the function; {@code @asset} makes a DAG with one task. */
  boolean isDag() {
    return name.equals("dag") || isAsset();
  }

  boolean isAsset() {
    return head(name).equals("asset");
  }

  /**
   * Whether it makes a task of the function: {@code @task} and its kinds, an asset, set-up,
   * teardown.
   */
  boolean isTask() {
    return TASK.contains(head(name));
  }

  /** Whether it is of the TaskFlow API; a method of a DAG object ({@code @dag.task}) is not. */
  boolean isTaskflow() {
    return TASKFLOW.contains(head(name)) && !name.startsWith("dag.");
  }

  private static String head(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
