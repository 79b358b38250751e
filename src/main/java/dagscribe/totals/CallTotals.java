package dagscribe.totals;

import dagscribe.claude.FailureKind;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a client has done so far; totals of several clients add up.
 *
 * @param calls calls asked for
 * @param attempts attempts sent to the server
 * @param retries attempts at calls that have ended, the first of each not counted
 * @param answers calls that brought a message, by stop reason
 * @param failures calls that ended in failure, by kind
 * @param failedAttempts attempts that failed, by kind, whether or not they were repeated
 * @param ambiguousAttempts attempts that may have been billed unseen
 * @param usage tokens billed
 * @param nanoUsd billionths of a dollar billed; models without a known price add nothing
 * @param latencies how long answers took
 * @param firstCallEpochMillis when the first attempt was sent; 0 if none was
 * @param lastAnswerEpochMillis when the last attempt ended; 0 if none has
 * @param inFlight attempts sent and not ended
 * @param maxInFlight most attempts in flight at once; of a sum, the sum, which is an upper bound
 */
public record CallTotals(
    long calls,
    long attempts,
    long retries,
    Map<StopReason, Long> answers,
    Map<FailureKind, Long> failures,
    Map<FailureKind, Long> failedAttempts,
    long ambiguousAttempts,
    Usage usage,
    long nanoUsd,
    Latencies latencies,
    long firstCallEpochMillis,
    long lastAnswerEpochMillis,
    int inFlight,
    int maxInFlight) {

  /** Nothing done. */
  public static final CallTotals NONE =
      new CallTotals(
          0, 0, 0, Map.of(), Map.of(), Map.of(), 0, Usage.NONE, 0, Latencies.NONE, 0, 0, 0, 0);

  public CallTotals {
    answers = Map.copyOf(answers);
    failures = Map.copyOf(failures);
    failedAttempts = Map.copyOf(failedAttempts);
  }

  /** Calls that brought a message. */
  public long answered() {
    return answers.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Attempts answered 429 because of a rate. */
  public long rateLimitedAttempts() {
    return failedAttempts.getOrDefault(FailureKind.RATE_LIMITED, 0L)
        + failedAttempts.getOrDefault(FailureKind.ACCELERATION_LIMITED, 0L);
  }

  /** Adds up the totals of two clients. */
  public CallTotals plus(CallTotals other) {
    return new CallTotals(
        calls + other.calls,
        attempts + other.attempts,
        retries + other.retries,
        sum(StopReason.class, answers, other.answers),
        sum(FailureKind.class, failures, other.failures),
        sum(FailureKind.class, failedAttempts, other.failedAttempts),
        ambiguousAttempts + other.ambiguousAttempts,
        usage.plus(other.usage),
        nanoUsd + other.nanoUsd,
        latencies.plus(other.latencies),
        earliest(firstCallEpochMillis, other.firstCallEpochMillis),
        Math.max(lastAnswerEpochMillis, other.lastAnswerEpochMillis),
        inFlight + other.inFlight,
        maxInFlight + other.maxInFlight);
  }

  private static <K extends Enum<K>> Map<K, Long> sum(
      Class<K> type, Map<K, Long> left, Map<K, Long> right) {
    Map<K, Long> sum = new EnumMap<>(type);
    sum.putAll(left);
    right.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }

  private static long earliest(long left, long right) {
    return left == 0 || right == 0 ? Math.max(left, right) : Math.min(left, right);
  }
}
