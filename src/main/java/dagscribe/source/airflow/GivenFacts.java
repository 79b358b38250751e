package dagscribe.source.airflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The facts that the {@code metadata} object of an input record states of its DAG. What is stated
 * wins over what the source says; the rest of the metadata is nobody's business here.
 */
public final class GivenFacts {

  private final JsonNode metadata;

  private GivenFacts(JsonNode metadata) {
    this.metadata = metadata;
  }

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
    GivenFacts given = new GivenFacts(metadata);
    if (isStated(metadata.path("line_count")) && given.count("line_count").isEmpty()) {
      throw new IllegalArgumentException("metadata.line_count must be an integer of 0 or more");
    }
    if (isStated(metadata.path("operators")) && given.texts("operators").isEmpty()) {
      throw new IllegalArgumentException("metadata.operators must be an array of strings");
    }
    return given;
  }

  /** The derived facts, replaced where others are given. */
  public DagFacts over(DagFacts derived) {
    return new DagFacts(
        texts("dag_ids").orElse(derived.dagIds()),
        flag("dag_ids_dynamic").orElse(derived.dagIdsDynamic()),
        scheduleOver(derived.schedule()),
        schedulesOver(derived),
        texts("operators").map(GivenFacts::sortedDistinct).orElse(derived.operators()),
        derived.taskIds(),
        count("task_count").orElse(derived.taskCount()),
        derived.dependencyCount(),
        texts("imports_providers").map(GivenFacts::sortedDistinct).orElse(derived.providers()),
        flag("has_taskflow").orElse(derived.taskflow()),
        derived.docString(),
        count("line_count").orElse(derived.lineCount()),
        derived.parsed());
  }

  private @Nullable String scheduleOver(@Nullable String derived) {
    JsonNode schedule = metadata.path("schedule");
    return schedule.isTextual() ? schedule.textValue() : derived;
  }

  /** What the source says is finer where the metadata says the same of its first DAG. */
  private List<String> schedulesOver(DagFacts derived) {
    String stated = scheduleOver(derived.schedule());
    boolean same = stated == null || stated.equals(derived.schedule());
    return same ? derived.schedules() : List.of(stated);
  }

  private Optional<Integer> count(String field) {
    JsonNode value = metadata.path(field);
    boolean fits = value.isNumber() && value.canConvertToInt() && value.intValue() >= 0;
    return fits && value.canConvertToExactIntegral()
        ? Optional.of(value.intValue())
        : Optional.empty();
  }

  private Optional<Boolean> flag(String field) {
    JsonNode value = metadata.path(field);
    return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
  }

  private Optional<List<String>> texts(String field) {
    JsonNode values = metadata.path(field);
    if (!values.isArray()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : values) {
      if (!value.isTextual()) {
        return Optional.empty();
      }
      texts.add(value.textValue());
    }
    return Optional.of(texts);
  }

  private static List<String> sortedDistinct(List<String> texts) {
    return List.copyOf(new TreeSet<>(texts));
  }

  private static boolean isStated(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }
}
