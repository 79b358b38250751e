package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageTest {

  /* 2,750 characters are 1,000 tokens. */
  private static final String SYSTEM = "s".repeat(2_750);
  private static final String SHORT_SYSTEM = "s".repeat(275);

  private final MutableClock clock = new MutableClock();
  private SimulatedServer server;
  private SimClient client;

  @BeforeEach
  void start() throws IOException {
    server = SimulatedServer.start(SimSettings.DEFAULTS, StubFacts::read, clock);
    client = new SimClient(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode usage(JsonNode body) throws Exception {
    HttpResponse<String> response = client.messages(body);
    assertThat(response.body(), response.statusCode(), is(200));
    return SimClient.json(response).path("usage");
  }

  private static long read(JsonNode usage) {
    return usage.path("cache_read_input_tokens").asLong();
  }

  private static long written(JsonNode usage) {
    return usage.path("cache_creation_input_tokens").asLong();
  }

  private static ObjectNode cached(int dag) {
    return Requests.cached(SYSTEM, "5m", Requests.source(dag));
  }

  @Test
  void input_isCharactersByTheSizeOfAToken() throws Exception {
    JsonNode usage = usage(Requests.plain("x".repeat(2_751)));

    assertThat(usage.path("input_tokens").asLong(), is(1_001L));
    assertThat(read(usage), is(0L));
    assertThat(written(usage), is(0L));
  }

  @Test
  void input_ofOlderModels_isFewerTokens() throws Exception {
    ObjectNode body = Requests.plain("x".repeat(3_575)).put("model", "claude-haiku-4-5");

    assertThat(usage(body).path("input_tokens").asLong(), is(1_000L));
  }

  @Test
  void output_isTheTextByTheSizeOfAToken() throws Exception {
    JsonNode message = SimClient.json(client.messages(Requests.structured(Requests.source(1))));
    int chars = message.path("content").path(0).path("text").asText().length();

    assertThat(
        message.path("usage").path("output_tokens").asLong(), is((long) Math.ceil(chars / 2.75)));
    assertThat(message.path("stop_reason").asText(), is("end_turn"));
    assertThat(message.path("id").asText(), startsWith("msg_sim_"));
    assertThat(message.path("model").asText(), is(Requests.HAIKU));
  }

  @Test
  void cache_isWrittenOnceAndThenRead() throws Exception {
    JsonNode first = usage(cached(1));
    JsonNode second = usage(cached(2));
    long prefix = written(first);

    assertThat(prefix, greaterThan(1_000L));
    assertThat(first.path("cache_creation").path("ephemeral_5m_input_tokens").asLong(), is(prefix));
    assertThat(read(first), is(0L));
    assertThat(read(second), is(prefix));
    assertThat(written(second), is(0L));
    assertThat(second.path("input_tokens"), is(first.path("input_tokens")));
  }

  @Test
  void cache_livesFiveMinutesFromTheLastRead() throws Exception {
    usage(cached(1));
    clock.advance(Duration.ofMinutes(4));
    assertThat(read(usage(cached(2))), greaterThan(0L));
    clock.advance(Duration.ofMinutes(4));
    assertThat(read(usage(cached(3))), greaterThan(0L));
    clock.advance(Duration.ofMinutes(5));
    assertThat(read(usage(cached(4))), is(0L));
  }

  @Test
  void cache_ofAnHour_isCountedApartAndLivesLonger() throws Exception {
    JsonNode first = usage(Requests.cached(SYSTEM, "1h", Requests.source(1)));
    clock.advance(Duration.ofMinutes(59));
    JsonNode second = usage(Requests.cached(SYSTEM, "1h", Requests.source(2)));

    assertThat(
        first.path("cache_creation").path("ephemeral_1h_input_tokens").asLong(),
        is(written(first)));
    assertThat(read(second), is(written(first)));
  }

  @Test
  void cache_belowTheMinimum_isSilentlyNotUsed() throws Exception {
    ObjectNode shortOne = Requests.cached(SHORT_SYSTEM, "5m", Requests.source(1));
    ObjectNode onHaiku45 = cached(1).put("model", "claude-haiku-4-5");

    assertThat(written(usage(shortOne)) + written(usage(onHaiku45)), is(0L));
    assertThat(read(usage(shortOne)) + read(usage(onHaiku45)), is(0L));
  }

  @Test
  void cache_isLostWhenEffortThinkingOrFormatChange() throws Exception {
    usage(cached(1));
    ObjectNode effort = cached(2);
    ((ObjectNode) effort.path("output_config")).put("effort", "low");
    ObjectNode thinking = cached(3);
    thinking.putObject("thinking").put("type", "adaptive");
    ObjectNode format = cached(4);
    format.remove("output_config");

    assertThat(read(usage(effort)), is(0L));
    assertThat(read(usage(thinking)), is(0L));
    assertThat(read(usage(format)), is(0L));
    assertThat(read(usage(cached(5))), greaterThan(0L));
  }

  @Test
  void cache_cannotBeReadBeforeTheFirstAnswerHasBegun() {
    PromptCache cache = new PromptCache(2.75);
    MessageCall call = call(cached(1));
    PromptCache.Use first = cache.look(call, clock.instant());
    cache.keep(first, clock.instant().plusSeconds(1));
    PromptCache.Use tooEarly = cache.look(call, clock.instant().plusMillis(999));
    cache.keep(tooEarly, clock.instant().plusSeconds(2));
    PromptCache.Use later = cache.look(call, clock.instant().plusSeconds(1));

    assertThat(tooEarly.input(), is(first.input()));
    assertThat(later.input().cacheRead(), is(first.input().cacheWrite5m()));
  }

  private static MessageCall call(ObjectNode body) {
    ModelSpec model = new ModelCatalogue(false).find(Requests.HAIKU).orElseThrow();
    return MessageReader.read(new RequestBody(body, model));
  }

  @Test
  void cacheReads_doNotCountAgainstTheLimits() throws Exception {
    usage(cached(1));
    server.changeLimits(SimLimits.perMinute(1_000, 1_000, 100_000));
    for (int i = 0; i < 6; i++) {
      assertThat(read(usage(cached(i))), greaterThan(1_000L));
    }
  }

  @Test
  void maxTokensZero_fillsTheCacheOnly() throws Exception {
    ObjectNode warm = cached(1).put("max_tokens", 0);
    JsonNode message = SimClient.json(client.messages(warm));

    assertThat(message.path("content").size(), is(0));
    assertThat(message.path("stop_reason").asText(), is("max_tokens"));
    assertThat(message.path("usage").path("output_tokens").asLong(), is(0L));
    assertThat(read(usage(cached(2))), is(written(message.path("usage"))));
    assertThat(server.stats().truncated(), is(0L));
  }

  @Test
  void thinking_isABlockBeforeTheTextAndCountsAsOutput() throws Exception {
    ObjectNode body = Requests.structured(Requests.source(1)).put("max_tokens", 128_000);
    long without = usage(body).path("output_tokens").asLong();
    body.remove("thinking");
    JsonNode message = SimClient.json(client.messages(body));
    JsonNode usage = message.path("usage");
    long thinking = usage.path("output_tokens_details").path("thinking_tokens").asLong();

    assertThat(message.path("content").path(0).path("type").asText(), is("thinking"));
    assertThat(message.path("content").path(1).path("type").asText(), is("text"));
    assertThat(thinking, greaterThan(100L));
    assertThat(usage.path("output_tokens").asLong(), is(without + thinking));
  }

  @Test
  void maxTokens_cutsThinkingFirst_leavingNoText() throws Exception {
    ObjectNode body = Requests.structured(Requests.source(1)).put("max_tokens", 10);
    body.remove("thinking");
    JsonNode message = SimClient.json(client.messages(body));

    assertThat(message.path("stop_reason").asText(), is("max_tokens"));
    assertThat(message.path("content").size(), is(1));
    assertThat(message.path("content").path(0).path("type").asText(), is("thinking"));
    assertThat(message.path("usage").path("output_tokens").asLong(), is(10L));
  }

  @Test
  void maxTokens_cutsTheText() throws Exception {
    ObjectNode body = Requests.structured(Requests.source(1)).put("max_tokens", 20);
    JsonNode message = SimClient.json(client.messages(body));

    assertThat(message.path("stop_reason").asText(), is("max_tokens"));
    assertThat(message.path("usage").path("output_tokens").asLong(), is(20L));
    assertThat(
        message.path("content").path(0).path("text").asText(), startsWith("{\"results\":[{\"id"));
  }
}
