package dagscribe.claude.sdk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.claude.Answer;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageOutcome;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.ModelSettings.Effort;
import dagscribe.claude.ModelSettings.Thinking;
import dagscribe.claude.Profile;
import dagscribe.claude.StopReason;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.Usage;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.claude.sdk.ScriptedServer.Reply;
import dagscribe.delivery.ClientSettings;
import dagscribe.delivery.OneClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SdkClaudeTest {
  private static final String KEY = "sk-test-0123456789";
  private static final CallEnvironment WITH_KEY =
      CallEnvironment.read(Map.of(CallEnvironment.KEY, KEY)::get);
  private static final String SCHEMA =
      """
      {"type":"object","properties":{"id":{"type":"string"},"instruction":{"type":"string"}},
       "required":["id","instruction"],"additionalProperties":false}""";

  private static MessageRequest request(ModelSettings settings) {
    return new MessageRequest(
        settings,
        "You write.",
        true,
        "with DAG('secret_dag_of_ours')",
        SCHEMA,
        new TokenEstimate(10, 10));
  }

  private static MessageRequest request() {
    return request(Profile.SPEED.settings());
  }

  private static MessageOutcome get(CompletableFuture<MessageOutcome> future) {
    try {
      return future.get(50, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static OneClient open(ClientSettings settings, CallEnvironment environment) {
    AttemptClient server = SdkClaude.open(settings, environment);
    return new OneClient(server, settings, Profile.SPEED.settings().model());
  }

  private static MessageOutcome ask(ScriptedServer server, MessageRequest request) {
    ClientSettings settings = ClientSettings.DEFAULTS.withBaseUrl(server.url());
    try (OneClient client = open(settings, WITH_KEY)) {
      MessageOutcome outcome = get(client.send(request));
      assertThat(client.limiterTotals().outstanding(), is(0));
      return outcome;
    }
  }

  @Test
  void send_readsTheAnswer() {
    try (ScriptedServer server = new ScriptedServer(n -> Reply.ok())) {
      Answer answer = (Answer) ask(server, request());
      assertThat(answer.text(), is("Write a DAG."));
      assertThat(answer.stopReason(), is(StopReason.END_TURN));
      assertThat(answer.refusalCategory(), is(nullValue()));
      assertThat(answer.usage(), is(new Usage(100, 40, 20, 30)));
      assertThat(answer.requestId(), is("req_1"));
      assertThat(answer.attempts(), is(1));
    }
  }

  @Test
  void send_putsTheWholeRequestOnTheWire() throws Exception {
    try (ScriptedServer server = new ScriptedServer(n -> Reply.ok())) {
      ask(server, request());
      ScriptedServer.Received received = server.received().get(0);
      assertThat(received.path(), is("/v1/messages"));
      assertThat(received.headers().getFirst("authorization"), is("Bearer " + KEY));
      JsonNode body = received.body();
      assertThat(body.path("model").asText(), is("claude-haiku-5-5"));
      assertThat(body.path("max_tokens").asInt(), is(2048));
      assertThat(body.path("thinking").path("type").asText(), is("disabled"));
      assertThat(body.at("/output_config/effort").asText(), is("low"));
      assertThat(body.at("/output_config/format/type").asText(), is("json_schema"));
      assertThat(
          new ArrayList<>(fields(body.at("/output_config/format/schema/properties"))),
          is(List.of("id", "instruction")));
      assertThat(body.at("/system/0/text").asText(), is("You write."));
      assertThat(body.at("/system/0/cache_control/type").asText(), is("ephemeral"));
      assertThat(body.at("/system/0/cache_control/ttl").asText(), is("5m"));
      assertThat(body.at("/messages/0/role").asText(), is("user"));
      assertThat(body.has("temperature"), is(false));
    }
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void send_leavesOutWhatIsOmitted() {
    try (ScriptedServer server = new ScriptedServer(n -> Reply.ok())) {
      ModelSettings bare = new ModelSettings("some-model", Thinking.OMIT, null, 100);
      ask(server, new MessageRequest(bare, "", false, "hello", "", new TokenEstimate(1, 1)));
      List<String> names = fields(server.received().get(0).body());
      assertThat(names, not(hasItem("thinking")));
      assertThat(names, not(hasItem("output_config")));
      assertThat(names, not(hasItem("system")));
    }
  }

  @Test
  void send_repeatsWhatMayPass() {
    try (ScriptedServer server =
        new ScriptedServer(
            n ->
                switch (n) {
                  case 1 ->
                      Reply.error(429, "rate_limit_error", "slow").with("retry-after-ms", "5");
                  case 2 -> Reply.error(529, "overloaded_error", "Overloaded");
                  case 3 -> new Reply(502, java.util.Map.of("content-type", "text/html"), "<html>");
                  default -> Reply.ok();
                })) {
      Answer answer = (Answer) ask(server, request());
      assertThat(answer.attempts(), is(4));
      assertThat(server.received().size(), is(4));
    }
  }

  @Test
  void send_neverRepeatsABadRequest() {
    try (ScriptedServer server =
        new ScriptedServer(n -> Reply.error(400, "invalid_request_error", "schema is bad"))) {
      CallFailure failure = (CallFailure) ask(server, request());
      assertThat(
          failure,
          equalTo(
              new CallFailure(FailureKind.INVALID_REQUEST, "schema is bad", 400, "req_2", 1, 0)));
    }
  }

  @Test
  void failure_showsNeitherKeyNorPrompt() {
    try (ScriptedServer server =
        new ScriptedServer(
            n ->
                Reply.error(
                    400,
                    "invalid_request_error",
                    "bad key " + KEY + "\\n in with DAG('secret_dag_of_ours') here"))) {
      CallFailure failure = (CallFailure) ask(server, request());
      assertThat(failure.message(), is("bad key (key) in (the rest repeats the prompt)"));
    }
  }

  @Test
  void stop_endsQueuedAndLaterCallsAtOnce() {
    try (ScriptedServer server =
        new ScriptedServer(n -> Reply.error(401, "authentication_error", "invalid key"))) {
      ClientSettings settings = ClientSettings.DEFAULTS.withBaseUrl(server.url()).withWorkers(1);
      try (OneClient client = open(settings, WITH_KEY)) {
        List<CompletableFuture<MessageOutcome>> futures = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
          futures.add(client.send(request()));
        }
        List<Integer> attempts = new ArrayList<>();
        futures.forEach(future -> attempts.add(((CallFailure) get(future)).attempts()));
        assertThat(server.received().size(), is(1));
        assertThat(attempts.stream().mapToInt(Integer::intValue).sum(), is(1));
        assertThat(
            ((CallFailure) get(client.send(request()))).kind(), is(FailureKind.NOT_AUTHORISED));
        assertThat(client.limiterTotals().outstanding(), is(0));
      }
    }
  }

  @Test
  void brokenBody_isRepeatedAndThenAFailure() {
    try (ScriptedServer server =
        new ScriptedServer(n -> new Reply(200, java.util.Map.of(), "<html>hello</html>"))) {
      CallFailure failure = (CallFailure) ask(server, request());
      assertThat(failure.kind(), is(FailureKind.BROKEN_ANSWER));
      assertThat(failure.attempts(), is(FailureKind.BROKEN_ANSWER.maxAttempts()));
      assertThat(failure.ambiguousAttempts(), is(3));
    }
  }

  @Test
  void lateAnswer_isATimeoutThatMayHaveBeenBilled() {
    CompletableFuture<Void> never = new CompletableFuture<>();
    try (ScriptedServer server =
        new ScriptedServer(
            n -> {
              if (n == 1) {
                never.join();
              }
              return Reply.ok();
            })) {
      ClientSettings settings =
          ClientSettings.DEFAULTS.withBaseUrl(server.url()).withCallTimeout(Duration.ofMillis(300));
      try (OneClient client = open(settings, WITH_KEY)) {
        Answer answer = (Answer) get(client.send(request()));
        assertThat(answer.attempts(), is(2));
        assertThat(client.totals().ambiguousAttempts(), is(1L));
        assertThat(client.totals().failedAttempts().get(FailureKind.TIMEOUT), is(1L));
      }
      never.complete(null);
    }
  }

  @Test
  void missingKey_isFineElsewhereAndAFailureAtAnthropic() {
    try (ScriptedServer server = new ScriptedServer(n -> Reply.ok())) {
      ClientSettings settings = ClientSettings.DEFAULTS.withBaseUrl(server.url() + "/v1/");
      try (OneClient client = open(settings, CallEnvironment.NONE)) {
        assertThat(((Answer) get(client.send(request()))).text(), is("Write a DAG."));
      }
      assertThat(server.received().get(0).path(), is("/v1/messages"));
      assertThat(server.received().get(0).headers().getFirst("authorization"), is("Bearer none"));
    }
    try (OneClient client = open(ClientSettings.DEFAULTS, CallEnvironment.NONE)) {
      CallFailure failure = (CallFailure) get(client.send(request()));
      assertThat(failure.kind(), is(FailureKind.NOT_AUTHORISED));
      assertThat(failure.message(), containsString("ANTHROPIC_API_KEY"));
    }
  }

  @Test
  void effortAndThinking_areAlwaysSaid() {
    try (ScriptedServer server = new ScriptedServer(n -> Reply.ok())) {
      ask(server, request(new ModelSettings("m", Thinking.ADAPTIVE, Effort.XHIGH, 1)));
      JsonNode body = server.received().get(0).body();
      assertThat(body.at("/thinking/type").asText(), is("adaptive"));
      assertThat(body.at("/output_config/effort").asText(), is("xhigh"));
    }
  }
}
