package dagscribe.sim;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The paths under {@code /_sim/}: what the server did, and how it goes on. */
final class ControlEndpoint implements Endpoint {

  static final String PATH = "/_sim/";

  private static final int MAX_BODY_BYTES = 64 << 10;
  private static final Set<String> LIMIT_FIELDS =
      Set.of("requestsPerMinute", "inputTokensPerMinute", "outputTokensPerMinute", "burst");

  private final SimState state;

  ControlEndpoint(SimState state) {
    this.state = state;
  }

  @Override
  public void handle(HttpCall http) throws IOException {
    byte[] body = http.body(MAX_BODY_BYTES).orElseGet(() -> new byte[0]);
    http.reply(reply(http, body));
  }

  private Reply reply(HttpCall http, byte[] body) throws IOException {
    try {
      return switch (http.method() + " " + http.path()) {
        case "GET /_sim/stats" -> Reply.json(200, state.journal().stats());
        case "GET /_sim/dags" -> Reply.json(200, Map.of("dags", state.journal().dags()));
        case "GET /_sim/series" -> Reply.json(200, Map.of("seconds", state.journal().series()));
        case "GET /_sim/limits" -> Reply.json(200, describe(state.limits().limits()));
        case "POST /_sim/limits" -> changeLimits(Json.read(body));
        case "POST /_sim/faults" -> changeFaults(new String(body, StandardCharsets.UTF_8));
        case "POST /_sim/reset" -> reset();
        default -> Reply.error(ApiError.notFound("no such control"), http.requestId());
      };
    } catch (IllegalArgumentException | JacksonException e) {
      String message = String.valueOf(e.getMessage());
      return Reply.error(ApiError.invalidRequest(message), http.requestId());
    }
  }

  private Reply reset() {
    state.reset();
    return Reply.json(200, Map.of("reset", true));
  }

  private Reply changeFaults(String text) {
    state.changeFaults(Faults.parse(text));
    return Reply.json(200, Map.of("faults", state.faults().toString()));
  }

  private Reply changeLimits(JsonNode wanted) {
    FieldRules.unsupportedIn("", wanted, LIMIT_FIELDS)
        .ifPresent(
            message -> {
              throw new IllegalArgumentException(message);
            });
    SimLimits now = state.limits().limits();
    JsonNode burst = wanted.path("burst");
    state
        .limits()
        .change(
            new SimLimits(
                wanted.path("requestsPerMinute").asLong(now.requestsPerMinute()),
                wanted.path("inputTokensPerMinute").asLong(now.inputTokensPerMinute()),
                wanted.path("outputTokensPerMinute").asLong(now.outputTokensPerMinute()),
                burst.isTextual() ? Durations.parse(burst.asText()) : now.burst()));
    return Reply.json(200, describe(state.limits().limits()));
  }

  private static JsonNode describe(SimLimits limits) {
    return Json.object()
        .put("requestsPerMinute", limits.requestsPerMinute())
        .put("inputTokensPerMinute", limits.inputTokensPerMinute())
        .put("outputTokensPerMinute", limits.outputTokensPerMinute())
        .put("burst", limits.burst().toString());
  }
}
