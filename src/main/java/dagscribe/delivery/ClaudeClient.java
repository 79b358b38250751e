package dagscribe.delivery;

import dagscribe.claude.CallFailure;
import dagscribe.claude.MessageRequest;
import dagscribe.limit.CallLimiter;
import dagscribe.limit.LimiterTotals;
import dagscribe.limit.ThrottleReason;
import dagscribe.prompt.Pack;
import dagscribe.totals.CallTotals;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one pass to one model: metered, repeated, throttled, kept to a budget and journaled,
 * in this order from the outside: metering(retrying(head start(throttling(slots(budget(attempt
 * metering(journaling(server)))))))). So every attempt takes its own permit and its own money.
 * Thread-safe.
 */
public final class ClaudeClient implements Delivery {

  private final String pass;
  private final CallJournal journal;
  private final CallLimiter limiter;
  private final CallMeter meter;
  private final RetryingClient retrying;
  private final CallClient outermost;

  ClaudeClient(
      String pass,
      CallJournal journal,
      CallLimiter limiter,
      CallMeter meter,
      RetryingClient retrying) {
    this.pass = pass;
    this.journal = journal;
    this.limiter = limiter;
    this.meter = meter;
    this.retrying = retrying;
    this.outermost = new MeteringClient(retrying, meter);
  }

  @Override
  public CompletableFuture<CallOutcome> deliver(
      @Nullable Pack pack, List<String> dags, MessageRequest request) {
    Call call = journal.open(pass, pack, dags, request);
    return outermost.send(call).whenComplete((outcome, thrown) -> journal.close(call));
  }

  /** What was done so far. */
  public CallTotals totals() {
    return meter.totals();
  }

  /** Counters of the limiter; its outstanding permits are 0 when nothing is in flight. */
  public LimiterTotals limiterTotals() {
    return limiter.totals();
  }

  /** What keeps the next call from starting, at this moment. */
  public ThrottleReason throttleReason() {
    return limiter.throttleReason();
  }

  /** Ends all calls that are open, whatever comes of them. */
  void abandon(CallFailure cause) {
    retrying.abandon(cause);
  }
}
