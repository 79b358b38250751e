package dagscribe.generate;

import dagscribe.claude.Price;
import dagscribe.limit.LimiterTotals;
import dagscribe.sizing.PackSizer;
import dagscribe.totals.CallTotals;
import dagscribe.totals.PassTotals;
import dagscribe.totals.RunTotals;
import dagscribe.totals.ThrottlingTotals;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reports every call of a pass once: what has been counted since it was last taken. Thread-safe.
 */
public final class TotalsDelta {

  private final String pass;
  private final PackSizer sizer;
  private final @Nullable Price price;
  private PassTotals reported = PassTotals.NONE;

  /**
   * @param pass name of the pass
   * @param price the model's price, null if it is unknown
   */
  public TotalsDelta(String pass, PackSizer sizer, @Nullable Price price) {
    this.pass = pass;
    this.sizer = sizer;
    this.price = price;
  }

  /** DAGs that the cache did not know, so far. */
  long dagsAsked() {
    return sizer.chosen().values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Numbers since they were last taken. Reads them under the lock: of two bundles that end at once,
   * the later would otherwise take back with older numbers what the earlier has reported.
   */
  synchronized RunTotals take(Supplier<CallTotals> client, Supplier<LimiterTotals> limiter) {
    CallTotals calls = client.get();
    PassTotals now =
        new PassTotals(
            calls,
            throttling(limiter.get()),
            sizer.chosen(),
            price == null ? 0 : price.cacheSavingNanoUsd(calls.usage()));
    RunTotals news = RunTotals.of(pass, now.since(reported));
    reported = now;
    return news;
  }

  private static ThrottlingTotals throttling(LimiterTotals limiter) {
    return new ThrottlingTotals(
        limiter.outstanding(),
        limiter.waitedMillis(),
        limiter.throttledMillis(),
        limiter.gateClosings(),
        limiter.cuts());
  }
}
