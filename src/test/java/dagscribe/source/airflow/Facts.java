package dagscribe.source.airflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts for tests, plain where a test does not say otherwise. */
public final class Facts {

  public List<String> operators = List.of();
  List<String> taskIds = List.of();
  List<String> providers = List.of();
  @Nullable String schedule;
  String docString = "";
  int taskCount;
  int dependencyCount;
  public int lineCount = 10;
  boolean dynamic;
  boolean taskflow;

  public DagFacts build() {
    return new DagFacts(
        List.of("id"),
        dynamic,
        schedule,
        schedule == null ? List.of() : List.of(schedule),
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
}
