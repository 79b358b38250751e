package dagscribe.prompt;

import dagscribe.source.airflow.DagFacts;
import java.util.List;

/** Facts of made-up DAGs. */
public final class Facts {

  private Facts() {}

  /** Loads files of sales into BigQuery, every morning at six. */
  public static DagFacts sales() {
    return new DagFacts(
        List.of("sales_to_warehouse"),
        false,
        "0 6 * * *",
        List.of("0 6 * * *"),
        List.of("GCSObjectExistenceSensor", "GCSToBigQueryOperator", "SlackAPIPostOperator"),
        List.of("wait_for_export", "load_orders", "notify_channel"),
        3,
        2,
        List.of("google", "slack"),
        false,
        "",
        60,
        true);
  }

  public static DagFacts scheduled(String... schedules) {
    return facts(List.of(schedules), List.of(), List.of(), List.of(), List.of(), 0, "");
  }

  public static DagFacts using(List<String> operators, List<String> providers, String docString) {
    return facts(List.of(), operators, providers, List.of(), List.of(), 0, docString);
  }

  public static DagFacts named(List<String> dagIds, List<String> taskIds) {
    return facts(List.of(), List.of(), List.of(), dagIds, taskIds, 0, "");
  }

  public static DagFacts counting(int tasks) {
    return facts(List.of(), List.of(), List.of(), List.of(), List.of(), tasks, "");
  }

  private static DagFacts facts(
      List<String> schedules,
      List<String> operators,
      List<String> providers,
      List<String> dagIds,
      List<String> taskIds,
      int tasks,
      String docString) {
    return new DagFacts(
        dagIds,
        false,
        schedules.isEmpty() ? null : schedules.get(0),
        schedules,
        operators,
        taskIds,
        tasks,
        0,
        providers,
        false,
        docString,
        30,
        true);
  }
}
