package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The facts of one source while they are being collected. */
final class FactsBuilder {

  final Set<String> dagIds = new LinkedHashSet<>();
  private final Set<String> schedules = new LinkedHashSet<>();
  final Set<String> operators = new TreeSet<>();
  final Set<String> taskIds = new LinkedHashSet<>();
  final Set<String> providers = new TreeSet<>();
  boolean dagIdsDynamic;
  boolean taskflow;
  int taskCount;
  int dependencyCount;
  String docString = "";
  private @Nullable String schedule;
  private boolean scheduleSeen;

  /** Whether some DAG has already said when it runs, be it never. */
  boolean scheduleSeen() {
    return scheduleSeen;
  }

  void schedule(@Nullable String text) {
    schedule = text;
    scheduleSeen = true;
  }

  /** Adds what one DAG says of when it runs. */
  void addSchedule(Supplier<String> text) {
    if (schedules.size() < DagFacts.MAX_SCHEDULES) {
      boolean last = schedules.size() == DagFacts.MAX_SCHEDULES - 1;
      schedules.add(last ? ExpressionText.CUT : text.get());
    }
  }

  /** Keeps the first doc string that is not blank. */
  void docString(String text) {
    if (docString.isEmpty()) {
      docString = text.strip();
    }
  }

  DagFacts build(int lineCount, boolean parsed) {
    return new DagFacts(
        List.copyOf(dagIds),
        dagIdsDynamic,
        schedule,
        new ArrayList<>(schedules),
        new ArrayList<>(operators),
        new ArrayList<>(taskIds),
        taskCount,
        dependencyCount,
        new ArrayList<>(providers),
        taskflow,
        docString,
        lineCount,
        parsed);
  }
}
