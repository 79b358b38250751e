package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dagscribe.prompt.FenceOracle;
import dagscribe.prompt.HostileTexts;
import dagscribe.testing.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server is sent of sources that want to leave their block, in packs of twenty. */
class FenceMainTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern MESSAGE =
      Pattern.compile(
          "Marker: (\\w+)(?:\\n<dag-\\1 id=\"d\\d+\">\\n.*?\\n</dag-\\1>)+", Pattern.DOTALL);

  @TempDir private Path folder;
  private final Queue<JsonNode> received = new ConcurrentLinkedQueue<>();

  @Test
  void hostileSources_travelAloneAndNoneHoldsAFence() throws IOException {
    List<String> hostile =
        Stream.concat(HostileTexts.fences().stream(), HostileTexts.orders().stream())
            .filter(StandardCharsets.UTF_8.newEncoder()::canEncode)
            .toList();
    List<String> innocent = HostileTexts.innocent();
    Run run = ask(hostile, innocent);

    assertThat(run.err(), run.code(), is(0));
    Set<String> markers = new HashSet<>();
    Set<String> systems = new HashSet<>();
    int alone = 0;
    for (JsonNode body : received) {
      String user = body.at("/messages/0/content").asText();
      assertThat(user, MESSAGE.matcher(user).matches(), is(true));
      String marker = user.substring("Marker: ".length(), user.indexOf('\n'));
      String inside = user.replace(" id=\"d", " ").replaceAll("</?dag-" + marker, "");
      boolean isHostile = !user.contains("# innocent");
      assertThat(user, isHostile && FenceOracle.isIn(inside), is(false));
      markers.add(marker);
      systems.add(body.path("system").toString());
      assertThat(user, isHostile && user.contains(marker + " id=\"d2\""), is(false));
      alone += isHostile ? 1 : 0;
    }
    assertThat(alone, is(hostile.size()));
    assertThat(markers, hasSize(received.size()));
    assertThat(systems, hasSize(1));
  }

  private Run ask(List<String> hostile, List<String> innocent) throws IOException {
    Path input = folder.resolve("in.jsonl");
    List<String> lines = new ArrayList<>();
    hostile.forEach(text -> lines.add(line(lines.size(), "# hostile\n# " + text)));
    innocent.forEach(text -> lines.add(line(lines.size(), "# innocent\n# " + text)));
    Files.write(input, lines, StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    try {
      return Run.main(
          "--input=" + input,
          "--output=" + folder.resolve("out"),
          "--endpoint=http://127.0.0.1:" + server.getAddress().getPort(),
          "--runner=DirectRunner",
          "--dagsPerCall=20",
          "--cache=none",
          "--minLines=0",
          "--basicOperators=none",
          "--contentChars=200000",
          "--progress=none");
    } finally {
      server.stop(0);
    }
  }

  private static String line(int number, String text) {
    ObjectNode record = JSON.createObjectNode().put("id", "r" + number);
    record.put("content", "x = " + number + "\n" + text + "\ny = 1\n");
    try {
      return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    received.add(body);
    ArrayNode results = JSON.createArrayNode();
    Pattern.compile("<dag-\\w+ id=\"(d\\d+)\">\n")
        .matcher(body.at("/messages/0/content").asText())
        .results()
        .forEach(id -> results.addObject().put("id", id.group(1)).put("instruction", "Make it."));
    ObjectNode message = JSON.createObjectNode().put("id", "msg_1").put("type", "message");
    message.put("role", "assistant").put("model", "m").put("stop_reason", "end_turn");
    message
        .putArray("content")
        .addObject()
        .put("type", "text")
        .put("text", JSON.createObjectNode().set("results", results).toString());
    message.putObject("usage").put("input_tokens", 10).put("output_tokens", 10);
    byte[] bytes = message.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("content-type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
