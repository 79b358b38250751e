package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of the JSON schemas that answers are held to. Refused are the keywords that the API refuses
 * (lengths, ranges, numbers of items) and those that it takes and no schema of this project has
 * (references, unions, patterns).
 */
final class SchemaRules {

  private static final Set<String> KEYWORDS =
      Set.of(
          "type", "enum", "description", "properties", "required", "additionalProperties", "items");

  private SchemaRules() {}

  /** What the schema at a path does that it must not, or nothing. */
  static Optional<String> broken(String path, JsonNode schema) {
    if (!schema.isObject()) {
      return Optional.of(path + ": Input should be a valid schema");
    }
    return FieldRules.unsupportedIn(path, schema, KEYWORDS)
        .or(() -> object(path, schema))
        .or(() -> children(path, schema));
  }

  private static Optional<String> object(String path, JsonNode schema) {
    boolean isObject = schema.path("type").asText().equals("object") || schema.has("properties");
    JsonNode additional = schema.path("additionalProperties");
    return isObject && !(additional.isBoolean() && !additional.asBoolean())
        ? Optional.of(
            path + ": For 'object' type, 'additionalProperties' must be explicitly set to false")
        : Optional.empty();
  }

  private static Optional<String> children(String path, JsonNode schema) {
    for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
      Optional<String> broken = broken(path + ".properties." + each.getKey(), each.getValue());
      if (broken.isPresent()) {
        return broken;
      }
    }
    return schema.has("items") ? broken(path + ".items", schema.path("items")) : Optional.empty();
  }
}
