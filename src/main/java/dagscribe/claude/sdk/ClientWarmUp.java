package dagscribe.claude.sdk;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dagscribe.claude.Attempt;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.delivery.ClientSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * One call to a server of this process, so that the classes that a call needs are loaded while the
 * runner starts, and not while the first call of the run waits for them: half a second.
 */
public final class ClientWarmUp {

  private static final byte[] ANSWER =
      """
      {"id":"msg_0","type":"message","role":"assistant","model":"warm-up",
       "content":[{"type":"text","text":"{}"}],"stop_reason":"end_turn","stop_sequence":null,
       "usage":{"input_tokens":1,"output_tokens":1}}
      """
          .getBytes(StandardCharsets.UTF_8);

  private ClientWarmUp() {}

  /** Starts it on a thread of its own, which keeps no program from ending. */
  public static void start() {
    Thread thread = new Thread(ClientWarmUp::call, "warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  /** Makes the call; a run has no interest in what it brings. */
  @CanIgnoreReturnValue
  static Attempt call() {
    HttpServer server = server();
    try (var client = SdkClaude.open(settings(server), CallEnvironment.NONE)) {
      return client.send(request()).join();
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer server() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", ClientWarmUp::answer);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("no server on loopback", e);
    }
  }

  private static void answer(HttpExchange call) throws IOException {
    try (call) {
      call.getRequestBody().readAllBytes();
      call.getResponseHeaders().add("content-type", "application/json");
      call.sendResponseHeaders(200, ANSWER.length);
      call.getResponseBody().write(ANSWER);
    }
  }

  private static ClientSettings settings(HttpServer server) {
    InetSocketAddress address = server.getAddress();
    return ClientSettings.DEFAULTS
        .withEmbedded("http://" + address.getHostString() + ":" + address.getPort())
        .withWorkers(1);
  }

  private static MessageRequest request() {
    ModelSettings settings =
        new ModelSettings("warm-up", ModelSettings.Thinking.DISABLED, ModelSettings.Effort.LOW, 1);
    return new MessageRequest(
        settings, "system", false, "user", "{\"type\":\"object\"}", new TokenEstimate(1, 1));
  }
}
