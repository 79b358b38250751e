package dagscribe.metrics;

import dagscribe.totals.CallTotals;
import dagscribe.totals.RunTotals;
import java.util.function.ToLongFunction;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Counters that follow the report's totals. Each has one unit: things counted unless its name says
 * another.
 */
enum JobCounter {
  /** Non-blank lines of the input. */
  LINES_READ("lines-read", part -> part.linesRead()),

  /** DAGs to be asked for, one of each content; those that the cache knows among them. */
  DAGS_DISTINCT("dags-distinct", part -> part.dags().distinct()),

  /** Calls wanted, however many requests each took. */
  CALLS("calls", part -> calls(part).calls()),

  /** Requests sent to the server. */
  REQUESTS("requests", part -> calls(part).attempts()),

  /** Requests that repeated an earlier one of the same call. */
  RETRIES("retries", part -> calls(part).retries()),

  /** Requests answered 429 because of a rate. */
  REQUESTS_LIMITED("requests-429", part -> calls(part).rateLimitedAttempts()),

  /** Calls that brought a message. */
  ANSWERS("answers", part -> calls(part).answered()),

  /** Input billed at full price. */
  INPUT_TOKENS("input-tokens", part -> calls(part).usage().inputTokens()),

  /** Input written to the server's prompt cache. */
  CACHE_CREATION_INPUT_TOKENS(
      "cache-creation-input-tokens", part -> calls(part).usage().cacheCreationInputTokens()),

  /** Input read from the server's prompt cache. */
  CACHE_READ_INPUT_TOKENS(
      "cache-read-input-tokens", part -> calls(part).usage().cacheReadInputTokens()),

  /** Output billed. */
  OUTPUT_TOKENS("output-tokens", part -> calls(part).usage().outputTokens()),

  /** Billionths of a dollar billed; the report's own unit, so that both agree to the last digit. */
  PAID_NANO_USD("paid-nano-usd", part -> calls(part).nanoUsd()),

  /** Instruction lines answered by the cache of answers. */
  CACHE_HITS("cache-hits", part -> part.dags().cached()),

  /** Instruction lines that share the answer of an equal DAG. */
  DUPLICATES("duplicates", part -> part.dags().duplicates()),

  /**
   * Milliseconds in which calls were held back by a rate, under the one name that runners know:
   * they read it to tell a throttled step from one that lacks workers.
   */
  THROTTLING(
      Metrics.THROTTLE_TIME_NAMESPACE,
      Metrics.THROTTLE_TIME_COUNTER_NAME,
      part -> part.allPasses().throttling().throttledMillis());

  private final String namespace;
  private final String metric;

  @SuppressWarnings("ImmutableEnumChecker") // reads its argument and holds nothing
  private final ToLongFunction<RunTotals> total;

  JobCounter(String metric, ToLongFunction<RunTotals> total) {
    this(JobMetrics.NAMESPACE, metric, total);
  }

  JobCounter(String namespace, String metric, ToLongFunction<RunTotals> total) {
    this.namespace = namespace;
    this.metric = metric;
    this.total = total;
  }

  /** Counts what a part of the totals holds of this. */
  void add(RunTotals part) {
    long sum = total.applyAsLong(part);
    if (sum != 0) {
      Metrics.counter(namespace, metric).inc(sum);
    }
  }

  private static CallTotals calls(RunTotals part) {
    return part.allPasses().calls();
  }
}
