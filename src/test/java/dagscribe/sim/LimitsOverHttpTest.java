package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsOverHttpTest {

  private static final SimLimits TIGHT = SimLimits.perMinute(2, 100_000, 100_000);

  private final MutableClock clock = new MutableClock();

  private SimulatedServer start(SimSettings settings) throws IOException {
    return SimulatedServer.start(settings, StubFacts::read, clock);
  }

  private static Optional<String> header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name);
  }

  private static List<String> limitHeaders(HttpResponse<String> response) {
    return response.headers().map().keySet().stream()
        .filter(name -> name.startsWith("anthropic-ratelimit-"))
        .toList();
  }

  @Test
  void call_beyondTheLimit_is429WithTheExactRetryAfter() throws Exception {
    try (SimulatedServer server = start(SimSettings.DEFAULTS.withLimits(TIGHT))) {
      SimClient client = new SimClient(server);
      client.messages(Requests.plain("one"));
      client.messages(Requests.plain("two"));
      clock.advance(Duration.ofMillis(500));
      HttpResponse<String> refused = client.messages(Requests.plain("three"));
      clock.advance(Duration.ofSeconds(29));
      HttpResponse<String> tooEarly = client.messages(Requests.plain("three"));
      clock.advance(Duration.ofSeconds(1));
      HttpResponse<String> inTime = client.messages(Requests.plain("three"));

      assertThat(refused.statusCode(), is(429));
      assertThat(header(refused, "retry-after"), is(Optional.of("30")));
      assertThat(header(refused, "anthropic-ratelimit-requests-remaining"), is(Optional.of("0")));
      assertThat(limitHeaders(refused).size(), is(12));
      assertThat(
          SimClient.json(refused).path("error").path("message").asText(),
          containsString("rate limit of 2 requests per minute (org: "));
      assertThat(header(tooEarly, "retry-after"), is(Optional.of("1")));
      assertThat(inTime.statusCode(), is(200));
      assertThat(server.stats().rateLimited(), is(2L));
      assertThat(server.stats().models().get(Requests.HAIKU).rateLimited(), is(2L));
    }
  }

  @Test
  void output_ofAnAnswer_isInTheHeadersThatComeWithIt() throws Exception {
    SimLimits limits = SimLimits.perMinute(100, 100_000, 10_000);
    try (SimulatedServer server = start(SimSettings.DEFAULTS.withLimits(limits))) {
      SimClient client = new SimClient(server);
      JsonNode body = Requests.plain("think").put("max_tokens", 128_000).without("thinking");
      HttpResponse<String> answer = client.messages(body);
      long output = SimClient.json(answer).path("usage").path("output_tokens").asLong();

      assertThat(
          header(answer, "anthropic-ratelimit-output-tokens-remaining"),
          is(Optional.of(Long.toString((10_000 - output + 500) / 1_000 * 1_000))));
      assertThat(
          header(answer, "anthropic-ratelimit-output-tokens-limit"), is(Optional.of("10000")));
    }
  }

  @Test
  void limits_canBeChangedWhileRunning() throws Exception {
    try (SimulatedServer server = start(SimSettings.DEFAULTS.withLimits(TIGHT))) {
      SimClient client = new SimClient(server);
      client.messages(Requests.plain("one"));
      HttpResponse<String> changed =
          client.send(client.post("/_sim/limits", "{\"requestsPerMinute\":600,\"burst\":\"30s\"}"));
      HttpResponse<String> answer = client.messages(Requests.plain("two"));

      assertThat(
          SimClient.json(changed),
          is(
              Requests.json(
                  "{\"requestsPerMinute\":600,\"inputTokensPerMinute\":100000,"
                      + "\"outputTokensPerMinute\":100000,\"burst\":\"PT30S\"}")));
      assertThat(header(answer, "anthropic-ratelimit-requests-limit"), is(Optional.of("600")));
      assertThat(
          client.send(client.post("/_sim/limits", "{\"rpm\":1}")).body(),
          containsString("rpm: not supported by the simulated server"));
      assertThat(
          client.send(client.post("/_sim/limits", "{\"requestsPerMinute\":0}")).statusCode(),
          is(400));
      assertThat(client.send(client.post("/_sim/limits", "{")).statusCode(), is(400));
    }
  }

  @Test
  void selfHosted_tellsNothingOfLimitsAndTakesAnyModel() throws Exception {
    SimSettings settings = SimSettings.DEFAULTS.withLimits(TIGHT).withSelfHosted(true);
    try (SimulatedServer server = start(settings)) {
      SimClient client = new SimClient(server);
      JsonNode body = Requests.plain("one").put("model", "my/llama:8b").without("thinking");
      HttpResponse<String> answer = client.messages(body);
      client.messages(body);
      HttpResponse<String> refused = client.messages(body);

      assertThat(answer.statusCode(), is(200));
      assertThat(SimClient.json(answer).path("model").asText(), is("my/llama:8b"));
      assertThat(SimClient.json(answer).path("usage").size(), is(2));
      assertThat(refused.statusCode(), is(429));
      for (HttpResponse<String> each : List.of(answer, refused)) {
        assertThat(limitHeaders(each), is(empty()));
        assertThat(header(each, "retry-after"), is(Optional.empty()));
        assertThat(header(each, "request-id"), is(Optional.empty()));
        assertThat(header(each, "x-simulated"), is(Optional.of("true")));
      }
    }
  }
}
