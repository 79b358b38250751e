package dagscribe.metrics;

import dagscribe.report.Totals;
import java.util.Map;

/**
 * The sum of the numbers that steps in this process have told to the metrics, for those who watch a
 * run from within it: a runner shows its metrics late, and some only at the end. Thread-safe.
 */
public final class ProcessTotals {

  private static Totals sum = Totals.NONE;

  private ProcessTotals() {}

  /** The sum so far; without messages. */
  public static synchronized Totals sum() {
    return sum;
  }

  /** Begins anew. */
  public static synchronized void reset() {
    sum = Totals.NONE;
  }

  static synchronized void add(Totals part) {
    sum = sum.plus(new Totals(part.numbers(), Map.of()));
  }
}
