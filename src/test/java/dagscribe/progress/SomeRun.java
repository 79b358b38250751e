package dagscribe.progress;

import dagscribe.claude.FailureKind;
import dagscribe.claude.Usage;
import dagscribe.generate.DagCounts;
import dagscribe.generate.GeneratorSnapshot;
import dagscribe.limit.AccountLimits;
import dagscribe.limit.Limit;
import dagscribe.limit.LimiterTotals;
import dagscribe.limit.ThrottleReason;
import dagscribe.totals.CallTotals;
import dagscribe.totals.Latencies;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run whose numbers and time are in the hand of a test. */
final class SomeRun {

  private final Map<FailureKind, Long> failed = new EnumMap<>(FailureKind.class);
  private final Trend trend = new Trend(0);
  long seconds;
  long linesRead;
  long distinct;
  boolean areAllSeen;
  long cached;
  long asked;
  long answered;
  long failedDags;
  long deferred;
  long awaited;
  long attempts;
  int inFlight;
  long nanoUsd;
  ThrottleReason throttleReason = ThrottleReason.NONE;

  /** Its figures, so many seconds later. */
  Figures after(long more) {
    seconds += more;
    return trend.observe(Duration.ofSeconds(seconds).toNanos(), snapshot());
  }

  /** So many requests have ended in this way so far. */
  void ended(FailureKind kind, long requests) {
    failed.put(kind, requests);
  }

  void isHeldUp(@Nullable Limit binding, long gateSeconds, long outageSeconds) {
    throttleReason =
        new ThrottleReason(
            binding, Duration.ofSeconds(gateSeconds), Duration.ofSeconds(outageSeconds));
  }

  private Snapshot snapshot() {
    DagCounts dags = new DagCounts(cached, 0, asked, answered, failedDags, deferred, awaited);
    return new Snapshot(
        linesRead,
        distinct,
        areAllSeen,
        new GeneratorSnapshot(dags, calls(), limits(), throttleReason));
  }

  private CallTotals calls() {
    return new CallTotals(
        attempts,
        attempts,
        0,
        Map.of(),
        Map.of(),
        failed,
        0,
        0,
        Usage.NONE,
        nanoUsd,
        Latencies.NONE,
        0,
        0,
        inFlight,
        inFlight);
  }

  private static LimiterTotals limits() {
    return new LimiterTotals(
        0, 0, 0, 64, 0, 0, 0, 0, new AccountLimits(1_000L, 2_000_000L, 400_000L));
  }
}
