package dagscribe.cache;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

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

  /**
   * Reads an answer.
   *
   * @param place where the text stands, for the message
   * @throws CacheException if it is not an answer
   */
  static CachedInstruction read(String json, String place) {
    try {
      return MAPPER.readValue(json, CachedInstruction.class);
    } catch (JsonProcessingException e) {
      throw new CacheException(place + " holds no answer of dagscribe; delete it", e);
    }
  }
}
