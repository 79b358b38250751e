package dagscribe.cache;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The JSON text in which backends keep answers. */
final class AnswerJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private AnswerJson() {}

  static String write(CachedInstruction answer) {
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is always valid JSON", e);
    }
  }

  /** One line of an export: the key, and the fields of the answer. */
  static String line(String key, CachedInstruction answer) {
    ObjectNode line = MAPPER.createObjectNode().put("key", key);
    return line.setAll((ObjectNode) MAPPER.valueToTree(answer)).toString();
  }

  /**
   * Reads an answer.
   *
   * @param place where the text stands, for the message
   * @throws CacheException if it is not an answer
   */
  static CachedInstruction read(String json, String place) {
    try {
      @Nullable CachedInstruction answer = MAPPER.readValue(json, CachedInstruction.class);
      if (answer != null) {
        return answer;
      }
    } catch (JsonProcessingException e) {
      throw refused(place, e);
    }
    throw refused(place, null);
  }

  private static CacheException refused(String place, @Nullable JsonProcessingException cause) {
    return new CacheException(place + " holds no answer of dagscribe; delete it", cause);
  }
}
