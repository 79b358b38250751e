package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTest {

  private final MutableClock clock = new MutableClock();
  private SimulatedServer server;
  private SimClient client;

  @BeforeEach
  void start() throws IOException {
    SimLimits limits = SimLimits.perMinute(3, 100_000, 100_000);
    server = SimulatedServer.start(SimSettings.DEFAULTS.withLimits(limits), StubFacts::read, clock);
    client = new SimClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void stats_countCallsAnswersTokensAndDagsPaidTwice() throws Exception {
    long start = clock.millis();
    JsonNode usage =
        SimClient.json(client.messages(Requests.structured(Requests.source(1), Requests.source(2))))
            .path("usage");
    clock.advance(Duration.ofSeconds(2));
    client.messages(Requests.structured(Requests.source(2)));
    client.messages(Requests.plain("Hello"));
    client.messages(Requests.plain("Hello"));
    client.messages(Requests.plain("Hello").put("model", "nobody"));

    JsonNode stats = SimClient.json(client.get("/_sim/stats"));
    assertThat(stats.path("calls").asLong(), is(5L));
    assertThat(stats.path("answered"), is(Requests.json("{\"200\":3,\"429\":1,\"404\":1}")));
    assertThat(stats.path("billedCalls").asLong(), is(3L));
    assertThat(stats.path("rateLimited").asLong(), is(1L));
    assertThat(stats.path("dagsBilled").asLong(), is(2L));
    assertThat(stats.path("dagsBilledAgain").asLong(), is(1L));
    assertThat(stats.path("dagsDelivered").asLong(), is(2L));
    assertThat(stats.path("dagsDeliveredAgain").asLong(), is(1L));
    assertThat(stats.path("inFlight").asLong(), is(0L));
    assertThat(stats.path("maxInFlight").asLong(), is(1L));
    assertThat(stats.path("firstRequestEpochMillis").asLong(), is(start));
    assertThat(stats.path("lastAnswerEpochMillis").asLong(), is(start + 2_000));
    JsonNode model = stats.path("models").path(Requests.HAIKU);
    assertThat(model.path("admitted").asLong(), is(3L));
    assertThat(model.path("billedTokens"), is(stats.path("billedTokens")));
    long first = usage.path("output_tokens").asLong();
    assertThat(stats.path("billedTokens").path("output").asLong() > first, is(true));
    assertThat(client.get("/_sim/stats").body(), is(Json.text(server.stats())));
  }

  @Test
  void dag_paidForByTwoModels_isNotPaidTwice() throws Exception {
    client.messages(Requests.structured(Requests.source(1)));
    client.messages(
        Requests.structured(Requests.source(1))
            .put("model", "claude-opus-5-5")
            .without("thinking"));

    assertThat(server.stats().dagsBilled(), is(2L));
    assertThat(server.stats().dagsBilledAgain(), is(0L));
  }

  @Test
  void dags_tellHowOftenEachSourceWasBilledAndSentWhole() throws Exception {
    client.messages(Requests.structured(Requests.source(1)));
    server.changeFaults(Faults.parse("broken:1"));
    client.messages(Requests.structured(Requests.source(1)));

    JsonNode dags = SimClient.json(client.get("/_sim/dags")).path("dags");
    assertThat(dags.size(), is(1));
    assertThat(dags.path(0).path("model").asText(), is(Requests.HAIKU));
    assertThat(dags.path(0).path("sha256").asText().length(), is(64));
    assertThat(dags.path(0).path("billed").asLong(), is(2L));
    assertThat(dags.path(0).path("delivered").asLong(), is(1L));
  }

  @Test
  void series_countsBySecond() throws Exception {
    long second = clock.instant().getEpochSecond();
    JsonNode usage =
        SimClient.json(client.messages(Requests.structured(Requests.source(1)))).path("usage");
    client.messages(Requests.plain("Hello"));
    clock.advance(Duration.ofSeconds(1));
    client.messages(Requests.plain("Hello"));
    client.messages(Requests.plain("Hello"));

    JsonNode seconds = SimClient.json(client.get("/_sim/series")).path("seconds");
    assertThat(seconds.size(), is(2));
    assertThat(seconds.path(0).path("epochSecond").asLong(), is(second));
    assertThat(seconds.path(0).path("admitted").asLong(), is(2L));
    assertThat(
        seconds.path(0).path("inputTokens").asLong(), is(usage.path("input_tokens").asLong() + 2));
    assertThat(seconds.path(1).path("admitted").asLong(), is(1L));
    assertThat(seconds.path(1).path("rateLimited").asLong(), is(1L));
  }

  @Test
  void reset_forgetsAndFillsTheBuckets() throws Exception {
    for (int i = 0; i < 4; i++) {
      client.messages(Requests.plain("Hello"));
    }
    assertThat(client.send(client.post("/_sim/reset", "")).statusCode(), is(200));
    SimStats empty = server.stats();
    int status = client.messages(Requests.plain("Hello")).statusCode();

    assertThat(empty.calls(), is(0L));
    assertThat(empty.models().isEmpty(), is(true));
    assertThat(empty.firstRequestEpochMillis(), is(0L));
    assertThat(status, is(200));
    assertThat(server.stats().calls(), is(1L));
  }

  @Test
  void faults_canBeChangedWhileRunning() throws Exception {
    JsonNode changed = SimClient.json(client.send(client.post("/_sim/faults", "500:1")));

    assertThat(changed.path("faults").asText(), is("500:1.0"));
    assertThat(client.messages(Requests.plain("Hello")).statusCode(), is(500));
    assertThat(client.send(client.post("/_sim/faults", "oops:1")).statusCode(), is(400));
    assertThat(client.get("/_sim/nothing").statusCode(), is(404));
  }
}
