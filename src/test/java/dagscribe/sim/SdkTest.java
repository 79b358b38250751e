package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as Anthropic's own client sees it. */
class SdkTest {

  private static SimulatedServer server;
  private static AnthropicClient client;

  @BeforeAll
  static void start() throws IOException {
    server = SimulatedServer.start(SimSettings.DEFAULTS, StubFacts::read);
    client =
        AnthropicOkHttpClient.builder()
            .baseUrl(server.baseUrl())
            .apiKey("test")
            .maxRetries(0)
            .responseValidation(true)
            .build();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @BeforeEach
  void reset() {
    server.reset();
    server.changeFaults(Faults.none());
  }

  private static MessageCreateParams params() {
    return MessageCreateParams.builder()
        .model(Requests.HAIKU)
        .maxTokens(4_000)
        .thinking(ThinkingConfigDisabled.builder().build())
        .systemOfTextBlockParams(
            List.of(
                TextBlockParam.builder()
                    .text("s".repeat(2_750))
                    .cacheControl(CacheControlEphemeral.builder().build())
                    .build()))
        .outputConfig(OutputConfig.builder().format(format()).build())
        .addUserMessage(Requests.dags(Requests.source(1), Requests.source(2)))
        .build();
  }

  private static JsonOutputFormat format() {
    Map<String, Object> schema =
        Json.tree(Requests.json(Requests.SCHEMA)).properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    JsonOutputFormat.Schema.Builder builder = JsonOutputFormat.Schema.builder();
    schema.forEach((name, value) -> builder.putAdditionalProperty(name, JsonValue.from(value)));
    return JsonOutputFormat.builder().schema(builder.build()).build();
  }

  @Test
  void message_isReadWithUsageAndHeaders() {
    try (HttpResponseFor<Message> response = client.messages().withRawResponse().create(params())) {
      Message message = response.parse();
      String text = message.content().get(0).asText().text();

      assertThat(
          Requests.json(text).path("results").findValuesAsText("id"), is(List.of("d1", "d2")));
      assertThat(message.stopReason().orElseThrow(), is(StopReason.END_TURN));
      assertThat(message.usage().cacheCreationInputTokens().orElseThrow(), greaterThan(1_000L));
      assertThat(message.usage().outputTokens(), greaterThan(50L));
      assertThat(response.requestId().orElseThrow(), startsWith("req_sim_"));
      assertThat(
          response.headers().values("anthropic-ratelimit-requests-limit"), is(List.of("1000")));
    }
    Message second = client.messages().create(params());
    assertThat(second.usage().cacheReadInputTokens().orElseThrow(), greaterThan(1_000L));
  }

  @ParameterizedTest
  @CsvSource({
    "400,BadRequestException,invalid_request_error",
    "401,UnauthorizedException,authentication_error",
    "402,PaymentRequiredException,billing_error",
    "403,PermissionDeniedException,permission_error",
    "404,NotFoundException,not_found_error",
    "409,ConflictException,conflict_error",
    "413,ContentTooLargeException,request_too_large",
    "422,UnprocessableEntityException,invalid_request_error",
    "429,RateLimitException,rate_limit_error",
    "429-ramp,RampLimitExceededException,rate_limit_error",
    "spend,EnforcedSpendLimitReachedException,rate_limit_error",
    "spend-contract,ContractSpendLimitReachedException,rate_limit_error",
    "500,InternalServerException,api_error",
    "504,GatewayTimeoutException,timeout_error",
    "529,OverloadedException,overloaded_error"
  })
  void error_isTheExceptionOfItsKind(String fault, String exception, String type) {
    server.changeFaults(Faults.parse(fault + ":1"));
    var thrown =
        assertThrows(AnthropicServiceException.class, () -> client.messages().create(params()));

    assertThat(thrown.getClass().getSimpleName(), is(exception));
    assertThat(thrown.type().orElseThrow().asString(), is(type));
    assertThat(thrown.requestId().orElseThrow(), startsWith("req_sim_"));
    assertThat(server.stats().calls(), is(1L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "lost"})
  void closedConnection_isAnIoException(String fault) {
    server.changeFaults(Faults.parse(fault + ":1"));

    assertThrows(AnthropicIoException.class, () -> client.messages().create(params()));
  }

  @Test
  void brokenBody_isInvalidData() {
    server.changeFaults(Faults.parse("broken:1"));

    assertThrows(AnthropicInvalidDataException.class, () -> client.messages().create(params()));
  }

  @Test
  void refusal_isReadWithItsCategory() {
    server.changeFaults(Faults.parse("refusal:1"));
    Message message = client.messages().create(params());

    assertThat(message.stopReason().orElseThrow(), is(StopReason.REFUSAL));
    assertThat(message.stopDetails().orElseThrow().category().isPresent(), is(true));
  }
}
