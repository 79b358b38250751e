package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnswerShapeTest {

  private static SimulatedServer server;
  private static SimClient client;

  @BeforeAll
  static void start() throws IOException {
    server =
        SimulatedServer.start(
            SimSettings.DEFAULTS,
            source -> {
              if (source.equals("bad")) {
                throw new IllegalStateException("no facts");
              }
              return StubFacts.read(source);
            });
    client = new SimClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String text(HttpResponse<String> response) {
    return SimClient.json(response).path("content").path(0).path("text").asText();
  }

  @Test
  void schema_withMoreFields_isFilled() throws Exception {
    ObjectNode body = Requests.structured(Requests.source(1));
    ObjectNode schema = (ObjectNode) body.path("output_config").path("format").path("schema");
    ObjectNode more = (ObjectNode) schema.at("/properties/results/items/properties");
    more.set("difficulty", Requests.json("{\"enum\":[\"easy\",\"hard\"]}"));
    more.set("score", Requests.json("{\"type\":\"integer\"}"));
    more.set("sure", Requests.json("{\"type\":\"boolean\"}"));
    more.set("tags", Requests.json("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}"));
    more.set("note", Requests.json("{\"type\":[\"string\",\"null\"]}"));
    ((ObjectNode) schema.path("properties")).set("summary", Requests.json("{\"type\":\"string\"}"));

    JsonNode answer = SimClient.answer(client.messages(body));
    JsonNode result = answer.path("results").path(0);

    assertThat(result.path("id").asText(), is("d1"));
    assertThat(result.path("instruction").asText(), containsString("orders_1"));
    assertThat(result.path("difficulty").asText(), is("easy"));
    assertThat(result.path("score").isInt(), is(true));
    assertThat(result.path("sure").isBoolean(), is(true));
    assertThat(result.path("tags").isArray(), is(true));
    assertThat(result.path("note").isTextual(), is(true));
    assertThat(answer.path("summary").isTextual(), is(true));
  }

  @Test
  void dags_withoutASchema_areAnsweredInACodeFence() throws Exception {
    String text = text(client.messages(Requests.plain(Requests.dags(Requests.source(1)))));
    JsonNode json = Requests.json(text.replace("```json\n", "").replace("\n```", ""));

    assertThat(text, startsWith("```json\n{"));
    assertThat(json.path("results").path(0).path("id").asText(), is("d1"));
  }

  @Test
  void message_withoutDags_isAnsweredInPlainText() throws Exception {
    assertThat(
        text(client.messages(Requests.plain("Hello"))), startsWith("This is a simulated answer"));
  }

  @Test
  void message_ofContentBlocks_isRead() throws Exception {
    ObjectNode body = Requests.structured();
    ObjectNode message = body.putArray("messages").addObject().put("role", "user");
    message
        .putArray("content")
        .addObject()
        .put("type", "text")
        .put("text", Requests.dags(Requests.source(3)));

    assertThat(
        SimClient.answer(client.messages(body)).at("/results/0/instruction").asText(),
        containsString("orders_3"));
  }

  @Test
  void failure_ofTheServerItself_isA500ThatSaysSo() throws Exception {
    HttpResponse<String> response = client.messages(Requests.structured("bad"));

    assertThat(response.statusCode(), is(500));
    assertThat(response.body(), containsString("The simulated server failed: "));
    assertThat(server.stats().inFlight(), is(0L));
  }

  @Test
  void answer_isMarkedAsSimulated() throws Exception {
    HttpResponse<String> response = client.messages(Requests.plain("Hello"));

    assertThat(response.headers().firstValue("x-simulated").orElse(""), is("true"));
    assertThat(
        response.headers().firstValue("anthropic-organization-id").orElse(""),
        is(Router.ORGANIZATION));
  }
}
