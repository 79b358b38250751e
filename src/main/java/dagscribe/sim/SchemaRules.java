package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Limits of the JSON schemas that answers can be held to. */
final class SchemaRules {

  private static final List<String> UNSUPPORTED =
      List.of(
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "multipleOf",
          "maxItems",
          "uniqueItems");
  private static final Pattern UNSUPPORTED_REGEX =
      Pattern.compile("\\(\\?<?[=!]|\\\\[1-9bB]|\\\\k<");
  private static final int MAX_OPTIONAL = 24;
  private static final int MAX_UNIONS = 16;

  private final JsonNode root;
  private final Deque<String> openReferences = new ArrayDeque<>();
  private int optional;
  private int unions;

  private SchemaRules(JsonNode root) {
    this.root = root;
  }

  /** What a schema does that it must not, or nothing. */
  static Optional<String> broken(JsonNode schema) {
    SchemaRules rules = new SchemaRules(schema);
    String broken = rules.node(schema);
    if (broken == null && (rules.optional > MAX_OPTIONAL || rules.unions > MAX_UNIONS)) {
      broken = "Schema is too complex for compilation.";
    }
    return Optional.ofNullable(broken);
  }

  private @Nullable String node(JsonNode schema) {
    String broken = keywords(schema);
    broken = broken == null ? reference(schema) : broken;
    broken = broken == null ? object(schema) : broken;
    broken = broken == null ? children(schema) : broken;
    unions += schema.path("type").isArray() || schema.has("anyOf") ? 1 : 0;
    return broken;
  }

  private static @Nullable String keywords(JsonNode schema) {
    for (String keyword : UNSUPPORTED) {
      if (schema.has(keyword)) {
        return "For '%s' type, property '%s' is not supported"
            .formatted(schema.path("type").asText("any"), keyword);
      }
    }
    if (schema.path("minItems").asInt(0) > 1) {
      return "For 'array' type, 'minItems' values other than 0 or 1 are not supported";
    }
    return UNSUPPORTED_REGEX.matcher(schema.path("pattern").asText("")).find()
        ? "Regex features are not supported in pattern: " + schema.path("pattern").asText()
        : null;
  }

  private @Nullable String reference(JsonNode schema) {
    String reference = schema.path("$ref").asText("");
    if (reference.isEmpty()) {
      return null;
    }
    if (!reference.startsWith("#")) {
      return "External schema references are not supported: " + reference;
    }
    if (reference.equals("#") || openReferences.contains(reference)) {
      return "Recursive schemas are not supported: " + reference;
    }
    JsonNode target = root.at(reference.substring(1));
    if (target.isMissingNode()) {
      return "Schema reference has no target: " + reference;
    }
    openReferences.push(reference);
    String broken = node(target);
    openReferences.pop();
    return broken;
  }

  private @Nullable String object(JsonNode schema) {
    if (!schema.path("type").asText().equals("object")) {
      return null;
    }
    JsonNode additional = schema.path("additionalProperties");
    if (!additional.isBoolean() || additional.asBoolean()) {
      return "For 'object' type, 'additionalProperties' must be explicitly set to false";
    }
    optional += Math.max(0, schema.path("properties").size() - schema.path("required").size());
    return null;
  }

  private @Nullable String children(JsonNode schema) {
    for (String each : List.of("properties", "items", "anyOf", "allOf", "oneOf")) {
      JsonNode child = schema.path(each);
      String broken = each.equals("items") ? itemsOf(child) : anyBroken(child.elements());
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }

  private @Nullable String itemsOf(JsonNode items) {
    return items.isObject() ? node(items) : null;
  }

  private @Nullable String anyBroken(Iterator<JsonNode> schemas) {
    while (schemas.hasNext()) {
      String broken = node(schemas.next());
      if (broken != null) {
        return broken;
      }
    }
    return null;
  }
}
