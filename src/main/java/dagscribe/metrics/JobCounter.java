package dagscribe.metrics;

import com.google.common.collect.ImmutableList;
import dagscribe.report.TotalNames;
import dagscribe.report.Totals;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Counters that follow the report's totals. Each has one unit: things counted unless its name says
 * another.
 */
enum JobCounter {
  /** Non-blank lines of the input. */
  LINES_READ("lines-read", TotalNames.READ),

  /** DAGs to be asked for, one of each content; those that the cache knows among them. */
  DAGS_DISTINCT("dags-distinct", TotalNames.DISTINCT),

  /** Calls wanted, however many requests each took. */
  CALLS("calls", TotalNames.CALLS + "asked"),

  /** Requests sent to the server. */
  REQUESTS("requests", TotalNames.CALLS + "sent"),

  /** Requests that repeated an earlier one of the same call. */
  RETRIES("retries", TotalNames.CALLS + "retries"),

  /** Requests answered 429 because of a rate. */
  REQUESTS_LIMITED(
      "requests-429",
      TotalNames.CALLS + "sentInVain.RATE_LIMITED",
      TotalNames.CALLS + "sentInVain.ACCELERATION_LIMITED"),

  /** Calls that brought a message. */
  ANSWERS("answers", TotalNames.CALLS + "answered"),

  /** Input billed at full price. */
  INPUT_TOKENS("input-tokens", TotalNames.CALLS + "inputTokens"),

  /** Input written to the server's prompt cache. */
  CACHE_CREATION_INPUT_TOKENS(
      "cache-creation-input-tokens", TotalNames.CALLS + "cacheCreationInputTokens"),

  /** Input read from the server's prompt cache. */
  CACHE_READ_INPUT_TOKENS("cache-read-input-tokens", TotalNames.CALLS + "cacheReadInputTokens"),

  /** Output billed. */
  OUTPUT_TOKENS("output-tokens", TotalNames.CALLS + "outputTokens"),

  /** Billionths of a dollar billed; the report's own unit, so that both agree to the last digit. */
  PAID_NANO_USD("paid-nano-usd", TotalNames.PAID_NANO_USD),

  /** Instruction lines answered by the cache of answers. */
  CACHE_HITS("cache-hits", TotalNames.CACHED),

  /** Instruction lines that share the answer of an equal DAG. */
  DUPLICATES("duplicates", TotalNames.DUPLICATES),

  /**
   * Milliseconds in which calls were held back by a rate, under the one name that runners know:
   * they read it to tell a throttled step from one that lacks workers.
   */
  THROTTLING(
      Metrics.THROTTLE_TIME_NAMESPACE,
      Metrics.THROTTLE_TIME_COUNTER_NAME,
      ImmutableList.of(TotalNames.CALLS + "throttledMillis"));

  private final String namespace;
  private final String metric;
  private final ImmutableList<String> totals;

  JobCounter(String metric, String... totals) {
    this(JobMetrics.NAMESPACE, metric, ImmutableList.copyOf(totals));
  }

  JobCounter(String namespace, String metric, ImmutableList<String> totals) {
    this.namespace = namespace;
    this.metric = metric;
    this.totals = totals;
  }

  /** Counts what a part of the totals holds of this. */
  void add(Totals part) {
    long sum = totals.stream().mapToLong(part::get).sum();
    if (sum != 0) {
      Metrics.counter(namespace, metric).inc(sum);
    }
  }
}
