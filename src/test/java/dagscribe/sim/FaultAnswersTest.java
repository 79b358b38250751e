package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultAnswersTest {

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

  @BeforeEach
  void reset() {
    server.reset();
  }

  private static HttpResponse<String> ask(String faults, int dags) throws Exception {
    server.changeFaults(
        Faults.parse(faults)
            .withRetryAfter(Duration.ofMillis(6_100))
            .withHangBound(Duration.ofMillis(20)));
    String[] sources = new String[dags];
    for (int i = 0; i < dags; i++) {
      sources[i] = Requests.source(i);
    }
    return client.messages(Requests.structured(sources));
  }

  private static List<String> ids(HttpResponse<String> response) {
    return SimClient.answer(response).path("results").findValuesAsText("id");
  }

  @ParameterizedTest
  @CsvSource({
    "400,400,invalid_request_error,",
    "400-spend,400,invalid_request_error,",
    "401,401,authentication_error,",
    "402,402,billing_error,",
    "403,403,permission_error,",
    "404,404,not_found_error,",
    "408,408,timeout_error,",
    "409,409,conflict_error,",
    "413,413,request_too_large,",
    "422,422,invalid_request_error,",
    "429,429,rate_limit_error,",
    "429-bare,429,rate_limit_error,",
    "429-ramp,429,rate_limit_error,ramp_limit_exceeded",
    "spend,429,rate_limit_error,enforced_spend_limit_reached",
    "spend-contract,429,rate_limit_error,contract_spend_limit_reached",
    "500,500,api_error,",
    "504,504,timeout_error,",
    "529,529,overloaded_error,"
  })
  void error_hasItsStatusTypeAndCode(String kind, int status, String type, String code)
      throws Exception {
    HttpResponse<String> response = ask(kind + ":1", 1);
    JsonNode error = SimClient.json(response).path("error");

    assertThat(response.statusCode(), is(status));
    assertThat(error.path("type").asText(), is(type));
    assertThat(error.path("details").path("error_code").asText(null), is(code));
    assertThat(server.stats().billedCalls(), is(0L));
    assertThat(server.stats().faults().get(kind), is(1L));
    assertThat(server.stats().inFlight(), is(0L));
  }

  @ParameterizedTest
  @CsvSource({"429,7", "429-ramp,7", "429-bare,", "spend,", "spend-contract,", "500,", "529,"})
  void retryAfter_comesWithRateAndRampLimitsOnly(String kind, String seconds) throws Exception {
    Optional<String> header = ask(kind + ":1", 1).headers().firstValue("retry-after");

    assertThat(header, is(Optional.ofNullable(seconds)));
  }

  @Test
  void ownSpendLimit_hasItsWording() throws Exception {
    assertThat(
        SimClient.json(ask("400-spend:1", 1)).path("error").path("message").asText(),
        startsWith("You have reached your specified API usage limits"));
  }

  @Test
  void unavailable_isAnHtmlPage() throws Exception {
    HttpResponse<String> response = ask("503:1", 1);

    assertThat(response.statusCode(), is(503));
    assertThat(response.headers().firstValue("content-type").orElse(""), startsWith("text/html"));
    assertThat(response.body(), startsWith("<html>"));
  }

  @ParameterizedTest
  @CsvSource({"reset,0", "hang,0", "lost,1"})
  void connection_closed_bringsNoAnswer(String kind, long billed) {
    assertThrows(IOException.class, () -> ask(kind + ":1", 1));

    assertThat(server.stats().answered().get("closed"), is(server.stats().calls()));
    assertThat(server.stats().billedCalls(), is(billed * server.stats().calls()));
    assertThat(server.stats().inFlight(), is(0L));
  }

  @Test
  void refusal_isAMessageWithACategory_whenAskedAgainToo() throws Exception {
    JsonNode first = SimClient.json(ask("refusal:1", 1));
    JsonNode second = SimClient.json(ask("refusal:1", 1));

    for (JsonNode message : List.of(first, second)) {
      assertThat(message.path("stop_reason").asText(), is("refusal"));
      assertThat(message.path("stop_details").path("type").asText(), is("refusal"));
      assertThat(message.path("stop_details").path("category").asText(), not(is("")));
      assertThat(message.path("content").size(), is(0));
      assertThat(message.path("usage").path("output_tokens").asLong(), greaterThan(0L));
    }
    assertThat(server.stats().refused(), is(2L));
    assertThat(server.stats().billedCalls(), is(2L));
  }

  @Test
  void truncation_cutsTheJsonAndBillsWhatWasWritten() throws Exception {
    long whole = outputTokens(ask("", 3));
    HttpResponse<String> response = ask("truncation:1", 3);
    String text = SimClient.json(response).path("content").path(0).path("text").asText();

    assertThat(SimClient.json(response).path("stop_reason").asText(), is("max_tokens"));
    assertThat(text, startsWith("{\"results\":[{\"id\":\"d1\""));
    assertThrows(RuntimeException.class, () -> Requests.json(text));
    assertThat(outputTokens(response), lessThan(whole));
    assertThat(server.stats().truncated(), is(1L));
  }

  private static long outputTokens(HttpResponse<String> response) {
    return SimClient.json(response).path("usage").path("output_tokens").asLong();
  }

  @Test
  void broken_isAStatus200ThatIsNoMessage_inThreeWays() throws Exception {
    Set<String> starts = new HashSet<>();
    for (int i = 1; i < 20; i++) {
      HttpResponse<String> response = ask("broken:1", i);
      assertThat(response.statusCode(), is(200));
      starts.add(response.body().isEmpty() ? "" : response.body().substring(0, 1));
    }

    assertThat(starts, is(Set.of("", "{", "<")));
    assertThat(server.stats().billedCalls(), is(19L));
  }

  @Test
  void garbled_isAMessageWhoseTextIsNoJson() throws Exception {
    JsonNode message = SimClient.json(ask("garbled:1", 2));
    String text = message.path("content").path(0).path("text").asText();

    assertThat(message.path("stop_reason").asText(), is("end_turn"));
    assertThrows(RuntimeException.class, () -> Requests.json(text));
  }

  @Test
  void missing_leavesOneResultOut() throws Exception {
    assertThat(ids(ask("missing:1", 3)).size(), is(2));
    assertThat(ids(ask("missing:1", 1)).size(), is(0));
  }

  @Test
  void unknownId_addsAResult() throws Exception {
    List<String> ids = ids(ask("unknown-id:1", 2));

    assertThat(ids.subList(0, 2), contains("d1", "d2"));
    assertThat(ids.get(2), startsWith("unknown-d"));
  }

  @Test
  void duplicateId_comesTwiceWithDifferentText() throws Exception {
    JsonNode results = SimClient.answer(ask("duplicate-id:1", 2)).path("results");
    List<String> ids = results.findValuesAsText("id");

    assertThat(ids.size(), is(3));
    assertThat(new HashSet<>(ids), is(Set.of("d1", "d2")));
    assertThat(new HashSet<>(results.findValuesAsText("instruction")).size(), is(3));
  }

  @Test
  void swapped_turnsTheOrderNotTheAnswers() throws Exception {
    JsonNode plain = SimClient.answer(ask("", 3)).path("results");
    JsonNode swapped = SimClient.answer(ask("swapped:1", 3)).path("results");

    assertThat(swapped.findValuesAsText("id"), contains("d3", "d2", "d1"));
    assertThat(swapped.get(2), is(plain.get(0)));
  }

  @Test
  void slow_takesTenTimesAsLong() {
    Latency.Timing timing = new Latency.Timing(Duration.ofMillis(8), Duration.ofMillis(30));

    assertThat(
        timing.times(10), is(new Latency.Timing(Duration.ofMillis(80), Duration.ofMillis(300))));
  }

  @Test
  void slow_isAnsweredAsAnyOther() throws Exception {
    assertThat(ids(ask("slow:1", 2)), contains("d1", "d2"));
  }

  @Test
  void window_countsAdmittedCalls() throws Exception {
    assertThat(ask("500@1-2,spend@4", 1).statusCode(), is(500));
    assertThat(ask("500@1-2,spend@4", 2).statusCode(), is(500));
    assertThat(ask("500@1-2,spend@4", 3).statusCode(), is(200));
    assertThat(ask("500@1-2,spend@4", 4).statusCode(), is(429));
    assertThat(ask("500@1-2,spend@4", 5).body(), containsString("enforced_spend_limit_reached"));
  }
}
