package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.totals.Destination;
import java.util.Map;

/** Metrics against the report of the same run; what never happened has no metric, or zero. */
final class MetricsCheck {

  private MetricsCheck() {}

  /**
   * Compares them all.
   *
   * @param metrics by "NAMESPACE NAME"; the latency by its name with "count" and "sum"
   */
  static void agree(Map<String, Long> metrics, JsonNode report) {
    JsonNode calls = report.path("calls");
    same(metrics, "dagscribe calls", calls.path("asked"));
    same(metrics, "dagscribe requests", calls.path("sent"));
    same(metrics, "dagscribe retries", calls.path("retries"));
    same(metrics, "dagscribe requests-429", calls.path("sentInVain.RATE_LIMITED"));
    assertThat(metrics.get("dagscribe requests-429"), greaterThan(0L));
    same(metrics, "dagscribe answers", calls.path("answered"));
    same(metrics, "dagscribe input-tokens", calls.path("inputTokens"));
    same(metrics, "dagscribe cache-creation-input-tokens", calls.path("cacheCreationInputTokens"));
    same(metrics, "dagscribe cache-read-input-tokens", calls.path("cacheReadInputTokens"));
    same(metrics, "dagscribe output-tokens", calls.path("outputTokens"));
    assertThat(
        metrics.get("dagscribe paid-nano-usd") / 1e9,
        is(report.path("cost").path("paidUsd").asDouble()));
    same(metrics, "dagscribe duplicates", report.path("duplicates"));
    same(metrics, "dagscribe cache-hits", report.path("cached"));
    same(metrics, "dagscribe latency-millis count", calls.path("answered"));
    same(metrics, "dagscribe latency-millis sum", calls.path("latencyMillis"));
    same(metrics, "beam-throttling-metrics throttling-msecs", calls.path("throttledMillis"));
    assertThat(metrics.get("dagscribe most-requests-in-flight"), greaterThan(0L));
    agreeOnLines(metrics, report.path("ledger"));
  }

  private static void agreeOnLines(Map<String, Long> metrics, JsonNode ledger) {
    assertThat(ledger.path("balanced").asBoolean(), is(true));
    same(metrics, "dagscribe lines-read", ledger.path("read"));
    for (Destination destination : Destination.values()) {
      String name = destination.prefix();
      same(metrics, "dagscribe lines-" + name, ledger.path(name));
    }
  }

  private static void same(Map<String, Long> metrics, String name, JsonNode reported) {
    assertThat(name, metrics.getOrDefault(name, 0L), is(reported.asLong()));
  }
}
