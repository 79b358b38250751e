package dagscribe.sim;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer. */
final class Reply {

  private static final String CONTENT_TYPE = "content-type";

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Reply(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static Reply json(int status, Object value) {
    return new Reply(status, Map.of(CONTENT_TYPE, "application/json"), Json.bytes(value));
  }

  /** A body that claims to be JSON. */
  static Reply notQuiteJson(int status, String text) {
    return text(status, "application/json", text);
  }

  static Reply html(int status, String text) {
    return text(status, "text/html; charset=utf-8", text);
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

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  private static Reply text(int status, String type, String text) {
    return new Reply(status, Map.of(CONTENT_TYPE, type), text.getBytes(StandardCharsets.UTF_8));
  }
}
