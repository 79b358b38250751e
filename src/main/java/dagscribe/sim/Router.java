package dagscribe.sim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Finds the endpoint of a call, and marks every answer as simulated. */
final class Router implements HttpHandler {

  static final String ORGANIZATION = "00000000-0000-4000-8000-000000000000";

  private static final String MESSAGES = "/v1/messages";

  private final AtomicLong requests = new AtomicLong();
  private final Endpoint messages;
  private final Endpoint control;
  private final boolean anonymous;

  /**
   * A router.
   *
   * @param anonymous whether answers tell neither their request id nor the organization
   */
  Router(Endpoint messages, Endpoint control, boolean anonymous) {
    this.messages = messages;
    this.control = control;
    this.anonymous = anonymous;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String requestId = String.format(Locale.ROOT, "req_sim_%012d", requests.incrementAndGet());
    exchange.getResponseHeaders().set("x-simulated", "true");
    if (!anonymous) {
      exchange.getResponseHeaders().set("request-id", requestId);
      exchange.getResponseHeaders().set("anthropic-organization-id", ORGANIZATION);
    }
    HttpCall http = new HttpCall(exchange, requestId);
    endpoint(http.path(), http.method()).handle(http);
  }

  private Endpoint endpoint(String path, String method) {
    if (path.startsWith(ControlEndpoint.PATH)) {
      return control;
    }
    if (!path.equals(MESSAGES)) {
      return http -> http.reply(Reply.error(ApiError.notFound("Not Found"), http.requestId()));
    }
    return method.equals("POST") ? messages : Router::notAllowed;
  }

  private static void notAllowed(HttpCall http) throws IOException {
    ApiError error = new ApiError(405, "invalid_request_error", "Method Not Allowed", null);
    http.reply(Reply.error(error, http.requestId()).with(Map.of("allow", "POST")));
  }
}
