package dagscribe.testing;

import dagscribe.source.airflow.DagFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of made-up DAGs, plain where a test does not say otherwise. */
public final class Facts {

  public List<String> dagIds = List.of();
  public List<String> schedules = List.of();
  public List<String> operators = List.of();
  public List<String> taskIds = List.of();
  public List<String> providers = List.of();
  public String docString = "";
  public int taskCount;
  public int dependencyCount;
  public int lineCount = 10;
  public boolean dynamic;
  public boolean taskflow;

  public DagFacts build() {
    return new DagFacts(
        dagIds,
        dynamic,
        firstSchedule(),
        schedules,
        operators,
        taskIds,
        taskCount,
        dependencyCount,
        providers,
        taskflow,
        docString,
        lineCount,
        true);
  }

  private @Nullable String firstSchedule() {
    return schedules.isEmpty() ? null : schedules.get(0);
  }

  /** Loads files of sales into BigQuery, every morning at six. */
  public static DagFacts sales() {
    Facts facts = new Facts();
    facts.dagIds = List.of("sales_to_warehouse");
    facts.schedules = List.of("0 6 * * *");
    facts.operators =
        List.of("GCSObjectExistenceSensor", "GCSToBigQueryOperator", "SlackAPIPostOperator");
    facts.taskIds = List.of("wait_for_export", "load_orders", "notify_channel");
    facts.taskCount = 3;
    facts.dependencyCount = 2;
    facts.providers = List.of("google", "slack");
    facts.lineCount = 60;
    return facts.build();
  }

  public static DagFacts scheduled(String... schedules) {
    Facts facts = new Facts();
    facts.schedules = List.of(schedules);
    return facts.build();
  }

  public static DagFacts using(List<String> operators, List<String> providers, String docString) {
    Facts facts = new Facts();
    facts.operators = operators;
    facts.providers = providers;
    facts.docString = docString;
    return facts.build();
  }

  public static DagFacts named(List<String> dagIds, List<String> taskIds) {
    Facts facts = new Facts();
    facts.dagIds = dagIds;
    facts.taskIds = taskIds;
    return facts.build();
  }

  public static DagFacts counting(int tasks) {
    Facts facts = new Facts();
    facts.taskCount = tasks;
    return facts.build();
  }
}
