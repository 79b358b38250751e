package dagscribe.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether one more call may start: room in the rates, room among the calls in flight, an open gate;
 * and what the outcomes of calls do to each of them. Not thread-safe.
 */
final class Admission {

  /** Only the end of another call makes room. */
  static final long UNTIL_A_CALL_ENDS = Long.MAX_VALUE;

  /** A pace may quicken while we wait for it, so it is asked again this often. */
  private static final long LONGEST_NAP_NANOS = Duration.ofMillis(250).toNanos();

  private final Ticker ticker;
  private final Quota quota;
  private final Lanes lanes;
  private final Concurrency concurrency;
  private final Gate gate = new Gate();
  private final Outage outage = new Outage();

  /**
   * @param quota keeps the levels; stays its owner's to close
   */
  Admission(LimiterSettings settings, Ticker ticker, Quota quota) {
    this.ticker = ticker;
    this.quota = quota;
    this.lanes = new Lanes(settings, ticker, quota);
    this.concurrency = new Concurrency(settings);
  }

  /** Other processes have the rest of what the settings fix. */
  void keepTo(int parts, int whole) {
    concurrency.keepTo(parts, whole);
    if (!quota.isShared()) {
      lanes.keepTo((double) parts / whole);
    }
  }

  /**
   * Nanoseconds until it is worth asking again; 0 if a call of this price may start now, {@link
   * #UNTIL_A_CALL_ENDS} if no time makes room.
   */
  long nanosUntil(long inputTokens, long outputTokens) {
    if (!concurrency.hasRoom()) {
      return UNTIL_A_CALL_ENDS;
    }
    long forRates = lanes.nanosUntil(inputTokens, outputTokens);
    return Math.max(gate.nanosUntilOpen(ticker.nanos()), Math.min(forRates, LONGEST_NAP_NANOS));
  }

  /** Starts a call, and gives the epoch of its grant. */
  int start(long inputTokens, long outputTokens) {
    lanes.reserve(inputTokens, outputTokens);
    concurrency.start();
    return concurrency.epoch();
  }

  void learn(Permit permit, AccountView view) {
    lanes.learn(view, permit.grantedNanos());
  }

  void succeeded(Permit permit, long inputTokens, long outputTokens, Duration latency) {
    lanes.settle(permit, inputTokens, outputTokens);
    lanes.served(latency, ticker.nanos());
    if (outage.succeeded()) {
      concurrency.resume();
    }
    concurrency.succeeded(permit, latency, outputTokens, !lanes.isServerTelling(), ticker.nanos());
    concurrency.end();
  }

  void ignored(Permit permit) {
    lanes.settle(permit, 0, 0);
    concurrency.end();
  }

  void dropped(Permit permit, @Nullable Duration serverDelay, Drop drop) {
    long now = ticker.nanos();
    ignored(permit);
    if (serverDelay != null) {
      gate.closeUntil(now + serverDelay.toNanos(), now);
    } else {
      countFailure(permit, now);
    }
    if (drop.isLimit() && concurrency.isFirstOfBurst(permit)) {
      slowDown(permit, serverDelay, drop);
    }
  }

  private void countFailure(Permit permit, long now) {
    boolean isOld = outage.isOn() && permit.epoch() != concurrency.epoch();
    long pause = isOld ? 0 : outage.failed(concurrency.limit(), now);
    if (pause > 0) {
      gate.closeUntil(now + pause, now);
      concurrency.probe();
    }
  }

  private void slowDown(Permit permit, @Nullable Duration serverDelay, Drop drop) {
    if (drop == Drop.RATE_LIMITED) {
      lanes.refused(permit, serverDelay, ticker.nanos());
      if (serverDelay != null && lanes.areKnown()) {
        return;
      }
    }
    concurrency.cut();
  }

  /** How long no call has got through, though some were tried; zero while some do. */
  Duration outage() {
    return outage.lasting(ticker.nanos());
  }

  /** What holds back a call, where none waits. */
  Holdup holdup() {
    return new Holdup(Holdup.Cause.NOTHING, gateClosed(), outage());
  }

  /** What holds back a call of this price. */
  Holdup holdup(long inputTokens, long outputTokens) {
    Holdup.Cause cause;
    if (!gateClosed().isZero()) {
      cause = Holdup.Cause.GATE;
    } else if (!concurrency.hasRoom()) {
      cause = Holdup.Cause.CALLS_IN_FLIGHT;
    } else {
      cause = lanes.binding(inputTokens, outputTokens);
    }
    return new Holdup(cause, gateClosed(), outage());
  }

  private Duration gateClosed() {
    return Duration.ofNanos(gate.nanosUntilOpen(ticker.nanos()));
  }

  LimiterTotals totals(long granted, long waitedMillis, long throttledMillis) {
    return new LimiterTotals(
        granted,
        concurrency.inFlight(),
        concurrency.maxInFlight(),
        concurrency.limit(),
        waitedMillis,
        throttledMillis,
        gate.closings(),
        concurrency.cuts(),
        lanes.requestsPerMinute(),
        lanes.inputTokensPerMinute(),
        lanes.outputTokensPerMinute());
  }
}
