package dagscribe.sim;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** One HTTP exchange, answered once: at once or later, from any thread. */
final class HttpCall {

  /* Read on after the limit, so that a client still sending gets to see the answer. */
  private static final long MAX_DRAINED_BYTES = 256L << 20;

  private final HttpExchange exchange;
  private final String requestId;

  HttpCall(HttpExchange exchange, String requestId) {
    this.exchange = exchange;
    this.requestId = requestId;
  }

  String method() {
    return exchange.getRequestMethod();
  }

  String path() {
    return exchange.getRequestURI().getPath();
  }

  String requestId() {
    return requestId;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  /** The whole body, or nothing if it is longer than {@code maxBytes}. */
  Optional<byte[]> body(int maxBytes) throws IOException {
    InputStream in = exchange.getRequestBody();
    byte[] bytes = in.readNBytes(maxBytes + 1);
    if (bytes.length <= maxBytes) {
      return Optional.of(bytes);
    }
    drain(in);
    return Optional.empty();
  }

  /**
   * Sends the answer.
   *
   * @throws IOException if the client is gone
   */
  void reply(Reply reply) throws IOException {
    try (exchange) {
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = reply.body();
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** Closes the connection without an answer. */
  void abort() {
    exchange.close();
  }

  private static void drain(InputStream in) throws IOException {
    byte[] buffer = new byte[64 << 10];
    long drained = 0;
    int read = in.read(buffer);
    while (read >= 0 && drained < MAX_DRAINED_BYTES) {
      drained += read;
      read = in.read(buffer);
    }
  }
}
