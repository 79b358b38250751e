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
        broken("n: Extra inputs are not permitted", set("n", "2")),
        broken("temperature: Extra inputs are not permitted", set("temperature", "1.0")),
        broken("top_p: Extra inputs are not permitted", set("top_p", "1")),
        broken("top_k: Extra inputs are not permitted", set("top_k", "5")),
        broken("model: Field required", body -> body.remove("model")),
        broken("max_tokens: Field required", body -> body.remove("max_tokens")),
        broken("max_tokens: Input should be a valid integer", set("max_tokens", "\"many\"")),
        broken("max_tokens: Input should be a valid integer", set("max_tokens", "1.5")),
        broken("max_tokens: Input should be greater than", set("max_tokens", "-1")),
        broken("max_tokens: 128001 > 128000, which is", set("max_tokens", "128001")),
        broken("stop_sequences: Input should be", set("stop_sequences", "\"x\"")),
        broken("stop_sequences: each stop sequence", set("stop_sequences", "[\" \"]")),
        broken("stream: the simulated server", set("stream", "true")),
        broken("stream: Input should be", set("stream", "1")));
  }

  static Stream<Arguments> conversations() {
    String user = "{\"role\":\"user\",\"content\":\"x\"}";
    String assistant = "{\"role\":\"assistant\",\"content\":\"x\"}";
    String block = "{\"role\":\"user\",\"content\":[%s]}";
    return Stream.of(
        broken("messages: Field required", body -> body.remove("messages")),
        broken("messages: Input should be", set("messages", "\"x\"")),
        broken("messages: at least one", set("messages", "[]")),
        broken("messages.0: Input should be", set("messages", "[1]")),
        broken("messages.0.role: Input", set("messages", "[{\"role\":\"me\",\"content\":\"x\"}]")),
        broken("messages.0.content: Field required", set("messages", "[{\"role\":\"user\"}]")),
        broken("messages.0.content: text", set("messages", "[" + user.replace("x", "") + "]")),
        broken(
            "messages.0.content: Input", set("messages", "[" + user.replace("\"x\"", "1") + "]")),
        broken(
            "messages.0.name: Extra",
            set("messages", "[" + user.replace("}", ",\"name\":1}") + "]")),
        broken("messages.0.content.0.type", set("messages", "[" + block.formatted("{}") + "]")),
        broken(
            "messages.0.content.0: text content blocks must be non-empty",
            set("messages", "[" + block.formatted("{\"type\":\"text\",\"text\":\"\"}") + "]")),
        broken("messages: first message", set("messages", "[" + assistant + "," + user + "]")),
        broken(
            "This model does not support assistant",
            set("messages", "[" + user + "," + assistant + "]")),
        broken("system: Input should be", set("system", "1")),
        broken("system.0: text content", set("system", "[{\"type\":\"text\"}]")));
  }

  static Stream<Arguments> caching() {
    String block = "{\"type\":\"text\",\"text\":\"x\",\"cache_control\":{\"type\":\"ephemeral\"}}";
    return Stream.of(
        broken("cache_control.type: Input", set("cache_control", "{\"type\":\"forever\"}")),
        broken(
            "cache_control.ttl: Input",
            set("cache_control", "{\"type\":\"ephemeral\",\"ttl\":\"2h\"}")),
        broken(
            "A maximum of 4 blocks", set("system", "[" + (block + ",").repeat(4) + block + "]")));
  }

  static Stream<Arguments> thinking() {
    return Stream.of(
        broken(
            "thinking.type: 'enabled' is not",
            set("thinking", "{\"type\":\"enabled\",\"budget_tokens\":2000}")),
        broken("thinking.type: '' is not", set("thinking", "{}")),
        broken("thinking.budget: Extra", set("thinking", "{\"type\":\"adaptive\",\"budget\":1}")),
        broken(
            "thinking.budget_tokens: Extra",
            set("thinking", "{\"type\":\"adaptive\",\"budget_tokens\":1}")),
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
            "tool_choice: claude-sonnet-5-5",
            set("tool_choice", "{\"type\":\"any\"}")
                .andThen(set("model", "\"claude-sonnet-5-5\""))
                .andThen(body -> body.remove("thinking"))),
        broken(
            "thinking.type 'between_tools' does not go",
            set("thinking", "{\"type\":\"between_tools\"}")
                .andThen(set("model", "\"claude-sonnet-5-5\""))
                .andThen(set("output_config", "{\"effort\":\"max\"}"))),
        broken(
            "claude-haiku-4-5-20251001 does not support the effort",
            set("model", "\"claude-haiku-4-5\"")
                .andThen(set("output_config", "{\"effort\":\"low\"}"))),
        broken(
            "thinking.budget_tokens: Input should be greater",
            set("model", "\"claude-haiku-4-5\"")
                .andThen(set("thinking", "{\"type\":\"enabled\",\"budget_tokens\":1023}"))),
        broken(
            "`max_tokens` must be greater",
            set("model", "\"claude-haiku-4-5\"")
                .andThen(set("thinking", "{\"type\":\"enabled\",\"budget_tokens\":4000}"))));
  }

  static Stream<Arguments> schemas() {
    String object = "{\"type\":\"object\",\"additionalProperties\":false,%s}";
    String property = object.formatted("\"properties\":{\"a\":%s},\"required\":[\"a\"]");
    StringBuilder optional = new StringBuilder("\"properties\":{\"p0\":{\"type\":\"string\"}");
    StringBuilder unions = new StringBuilder("\"required\":[],\"properties\":{\"p0\":{}");
    for (int i = 1; i < 25; i++) {
      optional.append(",\"p").append(i).append("\":{\"type\":\"string\"}");
      unions.append(",\"p").append(i).append("\":{\"type\":[\"string\",\"null\"]}");
    }
    return Stream.of(
        broken("output_config: Input", set("output_config", "1")),
        broken("output_config.n: Extra", set("output_config", "{\"n\":1}")),
        broken(
            "output_config.format.type", set("output_config", "{\"format\":{\"type\":\"xml\"}}")),
        broken(
            "output_config.format.schema: Field",
            set("output_config", "{\"format\":{\"type\":\"json_schema\"}}")),
        broken("'additionalProperties' must be", schema("{\"type\":\"object\"}")),
        broken(
            "'additionalProperties' must be",
            schema("{\"type\":\"object\",\"additionalProperties\":true}")),
        broken(
            "'additionalProperties' must be",
            schema(property.formatted("{\"type\":\"array\",\"items\":{\"type\":\"object\"}}"))),
        broken(
            "'minLength' is not supported",
            schema(property.formatted("{\"type\":\"string\",\"minLength\":1}"))),
        broken(
            "'maximum' is not supported",
            schema(property.formatted("{\"type\":\"integer\",\"maximum\":1}"))),
        broken(
            "'maxItems' is not supported",
            schema(property.formatted("{\"type\":\"array\",\"maxItems\":3}"))),
        broken(
            "'minItems' values other",
            schema(property.formatted("{\"type\":\"array\",\"minItems\":2}"))),
        broken(
            "Regex features",
            schema(property.formatted("{\"type\":\"string\",\"pattern\":\"(?=a)\"}"))),
        broken(
            "Regex features",
            schema(property.formatted("{\"type\":\"string\",\"pattern\":\"\\\\bfoo\"}"))),
        broken("External schema", schema(property.formatted("{\"$ref\":\"http://x/y\"}"))),
        broken("Recursive schemas", schema(property.formatted("{\"$ref\":\"#\"}"))),
        broken("Recursive schemas", schema(property.formatted("{\"$ref\":\"#/properties/a\"}"))),
        broken("has no target", schema(property.formatted("{\"$ref\":\"#/$defs/none\"}"))),
        broken("too complex", schema(object.formatted(optional + "}"))),
        broken("too complex", schema(object.formatted(unions + "}"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"fields", "conversations", "caching", "thinking", "schemas"})
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
  void sampling_underTheOldVersion_isTakenByOldModelsOnly() throws Exception {
    ObjectNode body = Requests.plain("Hello").put("temperature", 0.2);
    body.put("model", "claude-haiku-4-5");
    HttpResponse<String> old = client.send(oldVersion(body));
    body.put("model", Requests.HAIKU);
    HttpResponse<String> modern = client.send(oldVersion(body));
    HttpResponse<String> plain = client.send(oldVersion(body.put("temperature", 1.0)));

    assertThat(old.body(), old.statusCode(), is(200));
    assertError(modern, 400, "invalid_request_error", "temperature: claude-haiku-5-5 takes");
    assertThat(plain.body(), plain.statusCode(), is(200));
  }

  @Test
  void prefill_onAModelThatTakesIt_isAnswered() throws Exception {
    ObjectNode body = Requests.plain("Hello").put("model", "claude-haiku-4-5");
    body.withArray("messages").addObject().put("role", "assistant").put("content", "{");

    assertThat(client.messages(body).statusCode(), is(200));
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
    assertError(client.get("/v1/complete"), 404, "not_found_error", "Not Found");
    assertError(client.get("/v1/messages"), 405, "invalid_request_error", "Method Not Allowed");
  }

  private static HttpRequest.Builder oldVersion(JsonNode body) {
    return client
        .post("/v1/messages", body.toString())
        .setHeader("anthropic-version", "2023-06-01");
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
