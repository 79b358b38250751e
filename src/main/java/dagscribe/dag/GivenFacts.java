package dagscribe.dag;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a record's metadata states of its DAG; it wins over what the source says.
 *
 * <p>{@code line_count} and {@code operators} must have their type. Further fields count if their
 * type fits and are left alone otherwise: other people's metadata may use those names differently.
 */
public record GivenFacts(
    @Nullable Integer lineCount,
    @Nullable List<String> operators,
    @Nullable List<String> dagIds,
    @Nullable Boolean dagIdsDynamic,
    @Nullable String schedule,
    @Nullable Integer taskCount,
    @Nullable List<String> providers,
    @Nullable Boolean taskflow) {

  /**
   * Reads a metadata object.
   *
   * @throws IllegalArgumentException if {@code line_count} or {@code operators} has a wrong type
   */
  public static GivenFacts of(JsonNode metadata) {
    require(metadata, "line_count", GivenFacts::isCount, "a whole number of 0 or more");
    require(metadata, "operators", GivenFacts::isStrings, "an array of strings");
    return new GivenFacts(
        count(metadata, "line_count"),
        strings(metadata, "operators"),
        strings(metadata, "dag_ids"),
        flag(metadata, "dag_ids_dynamic"),
        metadata.path("schedule").textValue(),
        count(metadata, "task_count"),
        strings(metadata, "imports_providers"),
        flag(metadata, "has_taskflow"));
  }

  /** The facts with these in place of what the source says. */
  public DagFacts over(DagFacts derived) {
    return new DagFacts(
        or(dagIds, derived.dagIds()),
        or(dagIdsDynamic, derived.dagIdsDynamic()),
        schedule != null ? schedule : derived.schedule(),
        or(operators, derived.operators()),
        derived.taskIds(),
        or(taskCount, derived.taskCount()),
        derived.dependencyCount(),
        or(providers, derived.providers()),
        or(taskflow, derived.taskflow()),
        derived.docString(),
        or(lineCount, derived.lineCount()),
        derived.parsed());
  }

  private static <T> T or(@Nullable T given, T derived) {
    return given != null ? given : derived;
  }

  private static void require(
      JsonNode metadata, String name, Predicate<JsonNode> fits, String what) {
    JsonNode value = metadata.path(name);
    if (!value.isMissingNode() && !value.isNull() && !fits.test(value)) {
      throw new IllegalArgumentException("metadata." + name + " must be " + what);
    }
  }

  private static boolean isCount(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
  }

  private static boolean isStrings(JsonNode value) {
    if (!value.isArray()) {
      return false;
    }
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Integer count(JsonNode metadata, String name) {
    JsonNode value = metadata.path(name);
    return isCount(value) ? value.intValue() : null;
  }

  private static @Nullable Boolean flag(JsonNode metadata, String name) {
    JsonNode value = metadata.path(name);
    return value.isBoolean() ? value.booleanValue() : null;
  }

  private static @Nullable List<String> strings(JsonNode metadata, String name) {
    JsonNode value = metadata.path(name);
    if (!isStrings(value)) {
      return null;
    }
    List<String> strings = new ArrayList<>();
    value.forEach(element -> strings.add(element.textValue()));
    return List.copyOf(strings);
  }
}
