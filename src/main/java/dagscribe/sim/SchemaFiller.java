package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Writes results in the shape a JSON schema asks for: the first array of objects holds one object
 * per result, whose fields {@code id} and {@code instruction} are filled and whose others get the
 * plainest value of their type.
 */
final class SchemaFiller {

  private SchemaFiller() {}

  static JsonNode fill(JsonNode schema, List<Result> results) {
    ObjectNode answer = Json.object();
    boolean placed = false;
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      JsonNode items = property.getValue().path("items");
      if (!placed && items.path("type").asText().equals("object")) {
        answer.set(property.getKey(), elements(items, results));
        placed = true;
      } else {
        answer.set(property.getKey(), plainest(property.getValue()));
      }
    }
    return answer;
  }

  private static ArrayNode elements(JsonNode itemSchema, List<Result> results) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Result result : results) {
      ObjectNode element = array.addObject();
      for (Map.Entry<String, JsonNode> property : itemSchema.path("properties").properties()) {
        switch (property.getKey()) {
          case "id" -> element.put("id", result.id());
          case "instruction" -> element.put("instruction", result.instruction());
          default -> element.set(property.getKey(), plainest(property.getValue()));
        }
      }
    }
    return array;
  }

  private static JsonNode plainest(JsonNode schema) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    if (schema.path("enum").has(0)) {
      return schema.path("enum").get(0);
    }
    JsonNode type = schema.path("type");
    return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
      case "string" -> make.textNode("");
      case "integer", "number" -> make.numberNode(1);
      case "boolean" -> make.booleanNode(false);
      case "array" -> make.arrayNode();
      case "object" -> make.objectNode();
      default -> make.nullNode();
    };
  }
}
