package dagscribe.generate;

import dagscribe.delivery.CallTotals;
import dagscribe.limit.Holdup;
import dagscribe.limit.LimiterTotals;
import org.jspecify.annotations.Nullable;

/**
 * How far generators are at one moment.
 *
 * @param dags what has become of the DAGs
 * @param calls the calls made so far
 * @param limiter limits in force; null if no generator is open
 * @param holdup what keeps the next call from starting
 */
public record Standing(
    DagCounts dags, CallTotals calls, @Nullable LimiterTotals limiter, Holdup holdup) {

  /** No generator has been opened yet. */
  public static final Standing NONE =
      new Standing(DagCounts.NONE, CallTotals.NONE, null, Holdup.NONE);

  /** Whether any DAG has come. */
  public boolean hasBegun() {
    return dags.asked() + dags.cached() + dags.shared() > 0;
  }

  /** Adds up what adds up; limits are those of the other, if it has any. */
  Standing plus(Standing other) {
    boolean isOpen = other.limiter != null;
    return new Standing(
        dags.plus(other.dags),
        calls.plus(other.calls),
        isOpen ? other.limiter : limiter,
        isOpen ? other.holdup : holdup);
  }

  /** What stays of a generator that is closed. */
  Standing closed() {
    return new Standing(dags, calls, null, Holdup.NONE);
  }
}
