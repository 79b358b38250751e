package dagscribe.source.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the {@code metadata} object of an input record states of its DAG; null where it
 * states none. What is stated wins over what the source says; the rest of the metadata is nobody's
 * business here. The components are those of {@link DagFacts}.
 */
public record GivenFacts(
    @Nullable List<String> dagIds,
    @Nullable Boolean dagIdsDynamic,
    @Nullable String schedule,
    @Nullable List<String> operators,
    @Nullable Integer taskCount,
    @Nullable List<String> providers,
    @Nullable Boolean taskflow,
    @Nullable Integer lineCount) {

  /**
   * The facts a metadata object states. {@code line_count} and {@code operators} must be of their
   * type; {@code dag_ids}, {@code dag_ids_dynamic}, {@code schedule}, {@code task_count}, {@code
   * has_taskflow} and {@code imports_providers} of another type count as not stated, as does null.
   *
   * @param metadata the object; null or a missing node states nothing
   * @throws IllegalArgumentException if the metadata is no object, {@code line_count} is no integer
   *     of 0 or more, or {@code operators} is no array of strings; the message names the field
   */
  public static GivenFacts of(JsonNode metadata) {
    if (isStated(metadata) && !metadata.isObject()) {
      throw new IllegalArgumentException("metadata must be an object");
    }
    JsonNode schedule = metadata.path("schedule");
    GivenFacts given =
        new GivenFacts(
            texts(metadata.path("dag_ids")),
            flag(metadata.path("dag_ids_dynamic")),
            schedule.isTextual() ? schedule.textValue() : null,
            sortedDistinct(texts(metadata.path("operators"))),
            count(metadata.path("task_count")),
            sortedDistinct(texts(metadata.path("imports_providers"))),
            flag(metadata.path("has_taskflow")),
            count(metadata.path("line_count")));
    if (isStated(metadata.path("line_count")) && given.lineCount == null) {
      throw new IllegalArgumentException("metadata.line_count must be an integer of 0 or more");
    }
    if (isStated(metadata.path("operators")) && given.operators == null) {
      throw new IllegalArgumentException("metadata.operators must be an array of strings");
    }
    return given;
  }

  /** The derived facts, replaced where others are given. */
  public DagFacts over(DagFacts derived) {
    return new DagFacts(
        either(dagIds, derived.dagIds()),
        either(dagIdsDynamic, derived.dagIdsDynamic()),
        schedule == null ? derived.schedule() : schedule,
        schedulesOver(derived),
        either(operators, derived.operators()),
        derived.taskIds(),
        either(taskCount, derived.taskCount()),
        derived.dependencyCount(),
        either(providers, derived.providers()),
        either(taskflow, derived.taskflow()),
        derived.docString(),
        either(lineCount, derived.lineCount()),
        derived.parsed());
  }

  /** What the source says is finer where the metadata says the same of its first DAG. */
  private List<String> schedulesOver(DagFacts derived) {
    boolean same = schedule == null || schedule.equals(derived.schedule());
    return same ? derived.schedules() : List.of(schedule);
  }

  private static <T> T either(@Nullable T given, T derived) {
    return given == null ? derived : given;
  }

  private static @Nullable Integer count(JsonNode value) {
    boolean fits = value.isNumber() && value.canConvertToInt() && value.intValue() >= 0;
    return fits && value.canConvertToExactIntegral() ? value.intValue() : null;
  }

  private static @Nullable Boolean flag(JsonNode value) {
    return value.isBoolean() ? value.booleanValue() : null;
  }

  private static @Nullable List<String> texts(JsonNode values) {
    if (!values.isArray()) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      if (!value.isTextual()) {
        return null;
      }
      texts.add(value.textValue());
    }
    return texts;
  }

  private static @Nullable List<String> sortedDistinct(@Nullable List<String> texts) {
    return texts == null ? null : List.copyOf(new TreeSet<>(texts));
  }

  private static boolean isStated(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }
}
