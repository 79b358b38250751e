package dagscribe.generate;

import dagscribe.limit.LimiterTotals;
import dagscribe.limit.ThrottleReason;
import dagscribe.totals.CallTotals;
import org.jspecify.annotations.Nullable;

/**
 * How far generators are at one moment.
 *
 * @param dags what has become of the DAGs
 * @param calls the calls made so far
 * @param limiter limits in force; null if no generator is open
 * @param throttleReason what keeps the next call from starting
 */
public record GeneratorSnapshot(
    DagCounts dags,
    CallTotals calls,
    @Nullable LimiterTotals limiter,
    ThrottleReason throttleReason) {

  /** No generator has been opened yet. */
  public static final GeneratorSnapshot NONE =
      new GeneratorSnapshot(DagCounts.NONE, CallTotals.NONE, null, ThrottleReason.NONE);

  /** Whether any DAG has come. */
  public boolean hasBegun() {
    return dags.asked() + dags.cached() + dags.shared() > 0;
  }

  /** Adds up what adds up; limits are those of the other, if it has any. */
  public GeneratorSnapshot plus(GeneratorSnapshot other) {
    boolean isOpen = other.limiter != null;
    return new GeneratorSnapshot(
        dags.plus(other.dags),
        calls.plus(other.calls),
        isOpen ? other.limiter : limiter,
        isOpen ? other.throttleReason : throttleReason);
  }

  /** What stays of a generator that is closed. */
  public GeneratorSnapshot closed() {
    return new GeneratorSnapshot(dags, calls, null, ThrottleReason.NONE);
  }
}
