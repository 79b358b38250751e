package dagscribe.records;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The id that a line states of itself, be it a record or not: read as far as the line is JSON, so
 * that what is cut off or malformed further on keeps its name.
 */
final class OwnId {

  private OwnId() {}

  /** The id; null if it cannot be read. */
  static @Nullable String in(String line) {
    try (JsonParser parser = Json.MAPPER.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        JsonToken value = parser.nextToken();
        if (name.equals("id")) {
          return readable(RecordId.stated(scalar(parser, value)));
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  private static JsonNode scalar(JsonParser parser, JsonToken value) throws IOException {
    if (value == JsonToken.VALUE_STRING) {
      return TextNode.valueOf(parser.getText());
    }
    return value.isNumeric() && !parser.isNaN()
        ? DecimalNode.valueOf(parser.getDecimalValue())
        : NullNode.getInstance();
  }

  // What was no text has replacement characters by now, and half a surrogate pair cannot be
  // written.
  private static @Nullable String readable(@Nullable String id) {
    boolean isText =
        id != null && !id.contains("\uFFFD") && StandardCharsets.UTF_8.newEncoder().canEncode(id);
    return isText ? id : null;
  }
}
