package dagscribe.sim;

import dagscribe.source.airflow.DagFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Facts by regular expressions, enough for the sources of these tests. */
final class StubFacts {

  private static final Pattern DAG_ID = Pattern.compile("DAG\\(\"(\\w+)\"");
  private static final Pattern SCHEDULE = Pattern.compile("schedule=\"([^\"]+)\"");
  private static final Pattern OPERATOR = Pattern.compile("\\b(\\w+Operator)\\(");
  private static final Pattern TASK_ID = Pattern.compile("task_id=\"(\\w+)\"");
  private static final Pattern PROVIDER = Pattern.compile("airflow\\.providers\\.(\\w+)");

  private StubFacts() {}

  static DagFacts read(String source) {
    List<String> schedules = all(SCHEDULE, source);
    List<String> tasks = all(TASK_ID, source);
    return new DagFacts(
        all(DAG_ID, source),
        false,
        schedules.isEmpty() ? null : schedules.get(0),
        schedules,
        all(OPERATOR, source).stream().distinct().sorted().toList(),
        tasks,
        tasks.size(),
        source.contains(">>") ? 1 : 0,
        all(PROVIDER, source).stream().distinct().sorted().toList(),
        source.contains("@task"),
        source.startsWith("\"\"\"") ? source.substring(3, source.indexOf("\"\"\"", 3)) : "",
        (int) source.lines().count(),
        true);
  }

  private static List<String> all(Pattern pattern, String source) {
    return new ArrayList<>(pattern.matcher(source).results().map(match -> match.group(1)).toList());
  }
}
