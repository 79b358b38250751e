package dagscribe.claude.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dagscribe.testing.process.Listeners;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on loopback whose every answer a test decides. */
final class ScriptedServer implements AutoCloseable {
  static final String ANSWER =
      """
      {"id":"msg_1","type":"message","role":"assistant","model":"claude-haiku-5-5",
       "content":[{"type":"thinking","thinking":"","signature":"s"},
         {"type":"some_new_block","x":1},{"type":"text","text":"Write a DAG."}],
       "stop_reason":"end_turn","stop_sequence":null,
       "usage":{"input_tokens":100,"cache_creation_input_tokens":20,"cache_read_input_tokens":30,
         "output_tokens":40}}""";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /** One request as it came. */
  record Received(String path, Headers headers, JsonNode body) {}

  /** One answer to send. */
  record Reply(int status, Map<String, String> headers, String body) {
    static Reply ok() {
      return new Reply(200, Map.of("request-id", "req_1"), ANSWER);
    }

    static Reply error(int status, String type, String message) {
      String body =
          """
          {"type":"error","error":{"type":"%s","message":"%s"},"request_id":"req_2"}"""
              .formatted(type, message);
      return new Reply(status, Map.of("request-id", "req_2"), body);
    }

    Reply with(String name, String value) {
      Map<String, String> all = new java.util.HashMap<>(headers);
      all.put(name, value);
      return new Reply(status, all, body);
    }
  }

  /** Decides the answer to the n-th request, from 1 on. */
  interface Script {
    Reply reply(int number) throws IOException;
  }

  ScriptedServer(Script script) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, script));
    server.start();
    Listeners.requireLoopback(ProcessHandle.current().pid());
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Received> received() {
    return received;
  }

  private void handle(HttpExchange exchange, Script script) throws IOException {
    try (exchange) {
      JsonNode body = new JsonMapper().readTree(exchange.getRequestBody());
      int number;
      synchronized (received) {
        received.add(
            new Received(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
        number = received.size();
      }
      Reply reply = script.reply(number);
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      exchange.getResponseHeaders().putIfAbsent("content-type", List.of("application/json"));
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
