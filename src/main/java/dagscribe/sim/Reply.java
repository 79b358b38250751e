package dagscribe.sim;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer. */
record Reply(int status, Map<String, String> headers, byte[] body) {

  private static final String CONTENT_TYPE = "content-type";

  static Reply json(int status, Object value) {
    return new Reply(status, Map.of(CONTENT_TYPE, "application/json"), Json.bytes(value));
  }

  static Reply html(int status, String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new Reply(status, Map.of(CONTENT_TYPE, "text/html; charset=utf-8"), body);
  }

  static Reply error(ApiError error, String requestId) {
    return json(error.status(), error.body(requestId));
  }

  Reply with(String name, String value) {
    return with(Map.of(name, value));
  }

  Reply with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Reply(status, all, body);
  }
}
