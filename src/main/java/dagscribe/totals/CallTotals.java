package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import dagscribe.claude.FailureKind;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

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
 * @param answersNotKept answers that could not be kept, as the cache failed
 * @param usage tokens billed
 * @param nanoUsd billionths of a dollar billed; models without a known price add nothing
 * @param latencies how long answers took
 * @param firstCallEpochMillis when the first attempt was sent; 0 if none was
 * @param lastAnswerEpochMillis when the last attempt ended; 0 if none has
 * @param inFlight attempts sent and not ended
 * @param maxInFlight most attempts of one client in flight at once
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record CallTotals(
    long calls,
    long attempts,
    long retries,
    Map<StopReason, Long> answers,
    Map<FailureKind, Long> failures,
    Map<FailureKind, Long> failedAttempts,
    long ambiguousAttempts,
    long answersNotKept,
    Usage usage,
    long nanoUsd,
    Latencies latencies,
    long firstCallEpochMillis,
    long lastAnswerEpochMillis,
    int inFlight,
    int maxInFlight)
    implements Serializable {

  /** Nothing done. */
  public static final CallTotals NONE = new CallTotals();

  public CallTotals {
    answers = Sums.counts(answers);
    failures = Sums.counts(failures);
    failedAttempts = Sums.counts(failedAttempts);
    usage = Objects.requireNonNullElse(usage, Usage.NONE);
    latencies = Objects.requireNonNullElse(latencies, Latencies.NONE);
  }

  /** Nothing done, which is also what the coder leaves out. */
  public CallTotals() {
    this(0, 0, 0, Map.of(), Map.of(), Map.of(), 0, 0, Usage.NONE, 0, Latencies.NONE, 0, 0, 0, 0);
  }

  /** Calls that brought a message. */
  public long answered() {
    return Sums.total(answers);
  }

  /** Attempts answered 429 because of a rate. */
  public long rateLimitedAttempts() {
    return failedAttempts.getOrDefault(FailureKind.RATE_LIMITED, 0L)
        + failedAttempts.getOrDefault(FailureKind.ACCELERATION_LIMITED, 0L);
  }

  /** Adds up the totals of two clients. */
  public CallTotals plus(CallTotals other) {
    return plus(other, 1);
  }

  /** What has been done since; moments and the most in flight are those of all so far. */
  CallTotals since(CallTotals before) {
    return equals(before) ? NONE : plus(before, -1);
  }

  private CallTotals plus(CallTotals other, int times) {
    return new CallTotals(
        calls + times * other.calls,
        attempts + times * other.attempts,
        retries + times * other.retries,
        Sums.plus(answers, other.answers, times),
        Sums.plus(failures, other.failures, times),
        Sums.plus(failedAttempts, other.failedAttempts, times),
        ambiguousAttempts + times * other.ambiguousAttempts,
        answersNotKept + times * other.answersNotKept,
        usage.plus(other.usage, times),
        nanoUsd + times * other.nanoUsd,
        latencies.plus(other.latencies, times),
        earliest(firstCallEpochMillis, other.firstCallEpochMillis),
        Math.max(lastAnswerEpochMillis, other.lastAnswerEpochMillis),
        inFlight + times * other.inFlight,
        Math.max(maxInFlight, other.maxInFlight));
  }

  private static long earliest(long left, long right) {
    return left == 0 || right == 0 ? Math.max(left, right) : Math.min(left, right);
  }
}
