package dagscribe.generate;

import dagscribe.claude.Price;
import dagscribe.claude.Usage;
import dagscribe.limit.LimiterTotals;
import dagscribe.report.TotalNames;
import dagscribe.report.Totals;
import dagscribe.sizing.PackSizer;
import dagscribe.totals.CallTotals;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of every call once: what has been counted since it was last taken. Thread-safe.
 *
 * <p>Moments and heights are told every time, as their names have the report keep the smallest or
 * the largest.
 */
public final class TotalsDelta {

  private final PackSizer sizer;
  private final @Nullable Price price;
  private Map<String, Long> told = Map.of();

  /**
   * @param price the model's price, null if it is unknown
   */
  public TotalsDelta(PackSizer sizer, @Nullable Price price) {
    this.sizer = sizer;
    this.price = price;
  }

  /** DAGs that the cache did not know, so far. */
  long dagsAsked() {
    return sizer.chosen().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Numbers since they were last taken. */
  synchronized Totals take(CallTotals calls, LimiterTotals limiter, long answersNotKept) {
    Map<String, Long> now = sums(calls, limiter);
    sizer.chosen().forEach((size, dags) -> now.put(TotalNames.DAGS_PER_CALL + size, dags));
    if (price != null) {
      now.put(TotalNames.PROMPT_CACHE_NANO_USD, price.cacheSavingNanoUsd(calls.usage()));
    }
    put(now, TotalNames.NOT_KEPT, answersNotKept);
    Map<String, Long> news = new HashMap<>();
    now.forEach(
        (name, number) -> {
          long difference = number - told.getOrDefault(name, 0L);
          if (difference != 0) {
            news.put(name, difference);
          }
        });
    told = now;
    if (!news.isEmpty()) {
      news.putAll(heights(calls));
    }
    return new Totals(news, Map.of());
  }

  private static Map<String, Long> sums(CallTotals calls, LimiterTotals limiter) {
    Map<String, Long> sums = new HashMap<>();
    sums.put(TotalNames.PAID_NANO_USD, calls.nanoUsd());
    put(sums, "asked", calls.calls());
    put(sums, "sent", calls.attempts());
    put(sums, "answered", calls.answered());
    put(sums, "ambiguous", calls.ambiguousAttempts());
    put(sums, "retries", calls.retries());
    put(sums, "latencyMillis", calls.latencies().sumMillis());
    sums.put(TotalNames.PERMITS_OUT, (long) limiter.outstanding());
    put(sums, "waitedMillis", limiter.waitedMillis());
    put(sums, "throttledMillis", limiter.throttledMillis());
    put(sums, "gateClosings", limiter.gateClosings());
    put(sums, "cuts", limiter.cuts());
    calls.answers().forEach((reason, count) -> put(sums, "answered." + reason, count));
    calls.failures().forEach((kind, count) -> put(sums, "failed." + kind, count));
    calls.failedAttempts().forEach((kind, count) -> put(sums, "sentInVain." + kind, count));
    tokens(sums, calls.usage());
    return sums;
  }

  private static void tokens(Map<String, Long> sums, Usage usage) {
    put(sums, "inputTokens", usage.inputTokens());
    put(sums, "outputTokens", usage.outputTokens());
    put(sums, "cacheCreationInputTokens", usage.cacheCreationInputTokens());
    put(sums, "cacheReadInputTokens", usage.cacheReadInputTokens());
  }

  private static Map<String, Long> heights(CallTotals calls) {
    Map<String, Long> heights = new HashMap<>();
    heights.put(TotalNames.FIRST_CALL, calls.firstCallEpochMillis());
    heights.put(TotalNames.LAST_ANSWER, calls.lastAnswerEpochMillis());
    heights.put(TotalNames.MAX_IN_FLIGHT, (long) calls.maxInFlight());
    if (calls.latencies().count() > 0) {
      heights.put(TotalNames.MIN_LATENCY_MILLIS, calls.latencies().minMillis());
      heights.put(TotalNames.MAX_LATENCY_MILLIS, calls.latencies().maxMillis());
    }
    return heights;
  }

  private static void put(Map<String, Long> sums, String name, long number) {
    sums.put(TotalNames.CALLS + name, number);
  }
}
