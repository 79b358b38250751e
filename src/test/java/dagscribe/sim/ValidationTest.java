package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

  private static final String UNSUPPORTED = ": not supported by the simulated server";

  private static SimulatedServer server;
  private static SimClient client;

  @BeforeAll
  static void start() throws IOException {
    server = SimulatedServer.start(SimSettings.DEFAULTS, StubFacts::read);
    client = new SimClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Arguments broken(String message, Consumer<ObjectNode> change) {
    return arguments(message, change);
  }

  private static Consumer<ObjectNode> schema(String schema) {
    return body ->
        ((ObjectNode) body.path("output_config").path("format"))
            .set("schema", Requests.json(schema));
  }

  private static Consumer<ObjectNode> set(String field, String json) {
    return body -> body.set(field, Requests.json(json));
  }

  static Stream<Arguments> fields() {
    return Stream.of(
        broken("model: Field required", body -> body.remove("model")),
        broken("max_tokens: Field required", body -> body.remove("max_tokens")),
        broken("max_tokens: Input should be an integer", set("max_tokens", "\"many\"")),
        broken("max_tokens: Input should be an integer", set("max_tokens", "1.5")),
        broken("max_tokens: Input should be an integer", set("max_tokens", "-1")),
        broken("max_tokens: 128001 > 128000, which is", set("max_tokens", "128001")));
  }

  /* What the API may know and this project never sends. */
  static Stream<Arguments> unsupported() {
    String image = "{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://x/y.png\"}}";
    return Stream.concat(
        Stream.of(
                "n",
                "temperature",
                "top_p",
                "stop_sequences",
                "stream",
                "tools",
                "tool_choice",
                "metadata",
                "service_tier",
                "cache_control")
            .map(field -> broken(field + UNSUPPORTED, set(field, "1"))),
        Stream.of(
            broken(
                "messages.0.role" + UNSUPPORTED,
                set("messages", "[{\"role\":\"assistant\",\"content\":\"x\"}]")),
            broken(
                "messages.0.name" + UNSUPPORTED,
                set("messages", "[{\"role\":\"user\",\"content\":\"x\",\"name\":1}]")),
            broken(
                "messages.0.content.0.type" + UNSUPPORTED,
                set("messages", "[{\"role\":\"user\",\"content\":[" + image + "]}]")),
            broken(
                "system.0.citations" + UNSUPPORTED,
                set("system", "[{\"type\":\"text\",\"text\":\"x\",\"citations\":[]}]")),
            broken(
                "thinking.budget_tokens" + UNSUPPORTED,
                set("thinking", "{\"type\":\"adaptive\",\"budget_tokens\":1}")),
            broken("output_config.n" + UNSUPPORTED, set("output_config", "{\"n\":1}"))));
  }

  static Stream<Arguments> conversations() {
    return Stream.of(
        broken("messages: at least one", body -> body.remove("messages")),
        broken("messages: at least one", set("messages", "\"x\"")),
        broken("messages: at least one", set("messages", "[]")),
        broken("messages.0.role", set("messages", "[1]")),
        broken("messages.0.content: text", set("messages", "[{\"role\":\"user\"}]")),
        broken(
            "messages.0.content: text", set("messages", "[{\"role\":\"user\",\"content\":\"\"}]")),
        broken("messages.0.content: text", set("messages", "[{\"role\":\"user\",\"content\":[]}]")),
        broken(
            "messages.0.content.0: text content blocks must be non-empty",
            set(
                "messages",
                "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"\"}]}]")),
        broken("system: text must not be empty", set("system", "\"\"")),
        broken("system: text must not be empty", set("system", "1")),
        broken("system.0: text content", set("system", "[{\"type\":\"text\"}]")));
  }

  static Stream<Arguments> caching() {
    return Stream.of(
        broken("cache_control.type: Input", cached("{\"type\":\"forever\"}", 1)),
        broken("cache_control.ttl: Input", cached("{\"type\":\"ephemeral\",\"ttl\":\"2h\"}", 1)),
        broken(
            "cache_control.scope" + UNSUPPORTED,
            cached("{\"type\":\"ephemeral\",\"scope\":\"all\"}", 1)),
        broken("A maximum of 4 blocks", cached("{\"type\":\"ephemeral\"}", 5)));
  }

  private static Consumer<ObjectNode> cached(String control, int blocks) {
    String block = "{\"type\":\"text\",\"text\":\"x\",\"cache_control\":" + control + "}";
    return set("system", "[" + String.join(",", Collections.nCopies(blocks, block)) + "]");
  }

  static Stream<Arguments> thinking() {
    return Stream.of(
        broken("thinking.type: 'enabled' is not", set("thinking", "{\"type\":\"enabled\"}")),
        broken("thinking.type: '' is not", set("thinking", "{}")),
        broken(
            "thinking.type 'disabled' does not go with effort 'xhigh'",
            set("output_config", "{\"effort\":\"xhigh\"}")),
        broken(
            "thinking.type 'disabled' does not go with effort 'max'",
            set("output_config", "{\"effort\":\"max\"}")),
        broken("output_config.effort: Input", set("output_config", "{\"effort\":\"huge\"}")),
        broken("thinking.type: 'disabled' is not", set("model", "\"claude-sonnet-5-5\"")),
        broken("thinking.type: 'disabled' is not", set("model", "\"claude-opus-5-5\"")),
        broken("thinking.type: 'disabled' is not", set("model", "\"claude-fable-5-2\"")),
        broken(
            "thinking.type: 'between_tools' is not",
            set("thinking", "{\"type\":\"between_tools\"}")),
        broken(
            "thinking.type 'between_tools' does not go",
            set("thinking", "{\"type\":\"between_tools\"}")
                .andThen(set("model", "\"claude-sonnet-5-5\""))
                .andThen(set("output_config", "{\"effort\":\"max\"}"))),
        broken(
            "thinking.type: 'adaptive' is not",
            set("thinking", "{\"type\":\"adaptive\"}")
                .andThen(set("model", "\"claude-haiku-4-5\""))),
        broken(
            "claude-haiku-4-5-20251001 does not support the effort",
            set("model", "\"claude-haiku-4-5\"")
                .andThen(set("output_config", "{\"effort\":\"low\"}"))));
  }

  static Stream<Arguments> schemas() {
    String list = "{\"type\":\"array\",\"items\":%s}";
    return Stream.of(
        broken("output_config: Input", set("output_config", "1")),
        broken(
            "output_config.format.type", set("output_config", "{\"format\":{\"type\":\"xml\"}}")),
        broken(
            "output_config.format.schema: Input",
            set("output_config", "{\"format\":{\"type\":\"json_schema\"}}")),
        broken(
            "output_config.format.name" + UNSUPPORTED,
            set("output_config", "{\"format\":{\"type\":\"json_schema\",\"name\":\"x\"}}")),
        broken("'additionalProperties' must be", schema("{\"type\":\"object\"}")),
        broken(
            "'additionalProperties' must be",
            schema("{\"type\":\"object\",\"additionalProperties\":true}")),
        broken(
            "properties.a.items: For 'object' type, 'additionalProperties' must be",
            property(list.formatted("{\"type\":\"object\"}"))),
        broken(
            "output_config.format.schema.properties.a.minLength" + UNSUPPORTED,
            property("{\"type\":\"string\",\"minLength\":1}")),
        broken("a.maximum" + UNSUPPORTED, property("{\"type\":\"integer\",\"maximum\":1}")),
        broken("a.maxItems" + UNSUPPORTED, property("{\"type\":\"array\",\"maxItems\":3}")),
        broken(
            "a.items.pattern" + UNSUPPORTED,
            property(list.formatted("{\"type\":\"string\",\"pattern\":\"a\"}"))),
        broken("a.$ref" + UNSUPPORTED, property("{\"$ref\":\"#\"}")));
  }

  private static Consumer<ObjectNode> property(String schema) {
    return schema(
        "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"a\":"
            + schema
            + "}}");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"fields", "unsupported", "conversations", "caching", "thinking", "schemas"})
  void request_thatBreaksARule_isInvalid(String message, Consumer<ObjectNode> change)
      throws Exception {
    ObjectNode body = Requests.structured(Requests.source(1));
    change.accept(body);

    assertError(client.messages(body), 400, "invalid_request_error", message);
  }

  @Test
  void request_thatKeepsAllRules_isAnswered() throws Exception {
    HttpResponse<String> response = client.messages(Requests.structured(Requests.source(1)));

    assertThat(response.body(), response.statusCode(), is(200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"claude-3-haiku-20240307", "claude-3-5-haiku-latest", "claude-opus-4-1", "gpt"})
  void model_retiredOrUnknown_isNotFound(String model) throws Exception {
    ObjectNode body = Requests.plain("Hello").put("model", model);

    assertError(client.messages(body), 404, "not_found_error", "model: " + model);
  }

  @Test
  void version_beforeTheCurrentOne_isTaken() throws Exception {
    HttpRequest.Builder request =
        client
            .post("/v1/messages", Requests.plain("Hello").toString())
            .setHeader("anthropic-version", "2023-06-01");

    assertThat(client.send(request).statusCode(), is(200));
  }

  @Test
  void version_missingOrUnknown_isInvalid() throws Exception {
    String body = Requests.plain("Hello").toString();
    HttpRequest.Builder unknown =
        client.post("/v1/messages", body).setHeader("anthropic-version", "2024-01-01");
    HttpRequest.Builder missing =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/v1/messages"))
            .header("x-api-key", "test")
            .POST(HttpRequest.BodyPublishers.ofString(body));

    assertError(client.send(unknown), 400, "invalid_request_error", "anthropic-version: header");
    assertError(client.send(missing), 400, "invalid_request_error", "anthropic-version: header");
  }

  @Test
  void body_thatIsNoJsonObject_isInvalid() throws Exception {
    assertError(
        client.send(client.post("/v1/messages", "{\"model\":")),
        400,
        "invalid_request_error",
        "The request body is not valid JSON");
    assertError(
        client.send(client.post("/v1/messages", "[]")),
        400,
        "invalid_request_error",
        "The request body is not a JSON object");
  }

  @Test
  void body_over32Megabytes_isTooLarge() throws Exception {
    ObjectNode body = Requests.plain("x".repeat((32 << 20) + 1));

    assertError(client.messages(body), 413, "request_too_large", "Request exceeds");
  }

  @Test
  void prompt_overTheContextWindow_isInvalid() throws Exception {
    ObjectNode body = Requests.plain("x".repeat(3_000_000));

    assertError(
        client.messages(body), 400, "invalid_request_error", "prompt is too long: 1090910 tokens");
  }

  @Test
  void path_thatDoesNotExist_isNotFound() throws Exception {
    assertError(client.get("/v1/models"), 404, "not_found_error", "Not Found");
    assertError(client.get("/v1/messages"), 405, "invalid_request_error", "Method Not Allowed");
  }

  private static void assertError(
      HttpResponse<String> response, int status, String type, String message) {
    JsonNode body = SimClient.json(response);
    assertThat(response.body(), response.statusCode(), is(status));
    assertThat(body.path("type").asText(), is("error"));
    assertThat(body.path("error").path("type").asText(), is(type));
    assertThat(body.path("error").path("message").asText(), containsString(message));
    String requestId = response.headers().firstValue("request-id").orElseThrow();
    assertThat(requestId, startsWith("req_sim_"));
    assertThat(body.path("request_id").asText(), is(requestId));
  }
}
