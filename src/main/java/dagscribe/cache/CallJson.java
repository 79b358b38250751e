package dagscribe.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The JSON text in which backends keep open calls, and Redis sessions. */
final class CallJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private CallJson() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers is always JSON", e);
    }
  }

  static OpenCall read(String json, String place) {
    return read(json, OpenCall.class, place);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param place where the text stands, for the message
   * @throws CacheException if it is something else
   */
  static <T> T read(String json, Class<T> type, String place) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value != null) {
        return value;
      }
    } catch (JsonProcessingException e) {
      throw CacheException.lasting(place + " is not of dagscribe; delete it", e);
    }
    throw CacheException.lasting(place + " is not of dagscribe; delete it", null);
  }
}
