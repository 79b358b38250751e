package dagscribe.source.airflow;

import java.util.List;
import java.util.Optional;

/**
 * Collects what DAG constructors ({@code DAG(…)}, and classes whose names end so) and {@code @dag}
 * and {@code @asset} say: ids, schedule, description.
 */
final class DagCollector {

  private static final List<String> SCHEDULES =
      List.of("schedule", "schedule_interval", "timetable");

  private final SyntaxTree tree;
  private final Names names;
  private final FactsBuilder facts;
  private final Constants constants;

  DagCollector(SyntaxTree tree, Names names, FactsBuilder facts) {
    this.tree = tree;
    this.names = names;
    this.facts = facts;
    this.constants = new Constants(tree, names);
  }

  void collect() {
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Grammar.CALL)) {
        collectCall(new CallSite(tree, node));
      } else if (tree.is(node, Grammar.DECORATED)) {
        collectDecorated(node);
      }
    }
  }

  static boolean isDagClass(String name) {
    return name.endsWith("DAG") || name.endsWith("Dag");
  }

  private void collectCall(CallSite call) {
    if (isDagClass(call.name(names))) {
      collectId(call);
      collectArguments(call);
    }
  }

  private void collectDecorated(int decorated) {
    for (Decorator decorator : Decorator.of(tree, names, decorated)) {
      if (decorator.isDag()) {
        collectDecorator(decorator, tree.first(tree.last(decorated)));
      }
    }
  }

  private void collectDecorator(Decorator decorator, int functionName) {
    CallSite call = new CallSite(tree, decorator.call());
    boolean named =
        decorator.call() >= 0
            && (decorator.isAsset() ? collectId(call.keyword("name")) : collectId(call));
    if (!named && functionName >= 0) {
      facts.dagIds.add(tree.text(functionName));
    }
    if (decorator.call() >= 0) {
      collectArguments(call);
    } else {
      facts.addSchedule(() -> "");
    }
  }

  /** Collects the id the call gives; false if it gives none. */
  private boolean collectId(CallSite call) {
    int keyword = call.keyword("dag_id");
    return collectId(keyword >= 0 ? keyword : call.firstPositional());
  }

  private boolean collectId(int id) {
    if (id < 0) {
      return false;
    }
    names.stringValue(id).ifPresentOrElse(facts.dagIds::add, () -> facts.dagIdsDynamic = true);
    return true;
  }

  private void collectArguments(CallSite call) {
    names.literal(call.keyword("description")).ifPresent(facts::docString);
    names.literal(call.keyword("doc_md")).ifPresent(facts::docString);
    collectSchedule(schedule(call));
  }

  /** Of several schedule arguments of one call, the first that is not None counts. */
  private int schedule(CallSite call) {
    int schedule = SyntaxTree.NO_NODE;
    for (String keyword : SCHEDULES) {
      int value = tree.unwrapped(call.keyword(keyword));
      if (value >= 0 && !tree.is(value, Grammar.NONE)) {
        return value;
      }
      schedule = Math.max(schedule, value);
    }
    return schedule;
  }

  private void collectSchedule(int value) {
    facts.addSchedule(() -> value < 0 ? "" : constants.resolved(value));
    if (value >= 0 && !facts.scheduleSeen()) {
      Optional<String> constant = names.stringValue(value);
      boolean none = tree.is(value, Grammar.NONE);
      facts.schedule(none ? null : constant.orElseGet(() -> ExpressionText.of(tree, value)));
    }
  }
}
