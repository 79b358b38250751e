package dagscribe.limit;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
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
  private final RateLimits rates;
  private final Concurrency concurrency;
  private final Gate gate = new Gate();
  private final CircuitBreaker breaker = new CircuitBreaker();
  private final Map<DropReason, StrayRefusals> strays =
      new EnumMap<>(
          Map.of(
              DropReason.RATE_LIMITED, new StrayRefusals(),
              DropReason.OVERLOADED, new StrayRefusals()));

  /**
   * @param quota keeps the buckets; stays its owner's to close
   */
  Admission(LimiterSettings settings, Ticker ticker, Quota quota) {
    this.ticker = ticker;
    this.quota = quota;
    this.rates = new RateLimits(settings, ticker, quota);
    this.concurrency = new Concurrency(settings);
  }

  /** Other processes have the rest of what the settings fix. */
  void keepTo(int parts, int whole) {
    concurrency.keepTo(parts, whole);
    if (!quota.isShared()) {
      rates.keepTo((double) parts / whole);
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
    long forRates = rates.nanosUntil(inputTokens, outputTokens);
    return Math.max(gate.nanosUntilOpen(ticker.nanos()), Math.min(forRates, LONGEST_NAP_NANOS));
  }

  /** Starts a call, and gives the epoch of its grant. */
  int start(long inputTokens, long outputTokens) {
    rates.reserve(inputTokens, outputTokens);
    concurrency.start();
    strays.values().forEach(StrayRefusals::granted);
    return concurrency.epoch();
  }

  void learn(Permit permit, AccountView view) {
    rates.learn(view, permit.grantedNanos());
  }

  void succeeded(Permit permit, long inputTokens, long outputTokens, Duration latency) {
    rates.settle(permit, inputTokens, outputTokens);
    rates.served(latency, ticker.nanos());
    strays.values().forEach(StrayRefusals::served);
    if (breaker.succeeded()) {
      concurrency.resume();
    }
    concurrency.succeeded(permit, latency, outputTokens, !rates.isServerTelling(), ticker.nanos());
    concurrency.end();
  }

  void ignored(Permit permit) {
    rates.settle(permit, 0, 0);
    concurrency.end();
  }

  void dropped(Permit permit, @Nullable Duration serverDelay, DropReason drop) {
    long now = ticker.nanos();
    ignored(permit);
    if (serverDelay != null) {
      gate.closeUntil(now + serverDelay.toNanos(), now);
    } else {
      countFailure(permit, now);
    }
    if (drop.isLimit() && !isStray(permit, drop) && concurrency.isFirstOfBurst(permit)) {
      slowDown(permit, serverDelay, drop);
    }
  }

  private boolean isStray(Permit permit, DropReason drop) {
    StrayRefusals refusals = strays.get(drop);
    if (refusals == null) {
      return false;
    }
    refusals.refused(permit);
    return isUnexplained(permit, drop) && (refusals.areStray() || refusals.areFew());
  }

  /** Whether the server has said nothing that such a refusal could be understood by. */
  private boolean isUnexplained(Permit permit, DropReason drop) {
    return drop != DropReason.RATE_LIMITED || rates.areUntold(permit.view());
  }

  private void countFailure(Permit permit, long now) {
    boolean isOld = breaker.isOn() && permit.epoch() != concurrency.epoch();
    long pause = isOld ? 0 : breaker.failed(concurrency.limit(), now);
    if (pause > 0) {
      gate.closeUntil(now + pause, now);
      concurrency.probe();
    }
  }

  private void slowDown(Permit permit, @Nullable Duration serverDelay, DropReason drop) {
    if (isFutile(permit, drop)) {
      if (drop == DropReason.RATE_LIMITED) {
        rates.forgetGuess();
      }
      concurrency.forgive();
      return;
    }
    if (drop == DropReason.RATE_LIMITED) {
      rates.refused(permit, serverDelay, ticker.nanos());
      if (serverDelay != null && rates.areKnown()) {
        return;
      }
    }
    concurrency.cut();
  }

  private boolean isFutile(Permit permit, DropReason drop) {
    StrayRefusals refusals = strays.get(drop);
    double pace =
        drop == DropReason.RATE_LIMITED ? rates.guessedPace(ticker.nanos()) : concurrency.limit();
    return refusals != null
        && isUnexplained(permit, drop)
        && refusals.isFutileCut(pace, concurrency.epoch());
  }

  /** How long no call has got through, though some were tried; zero while some do. */
  Duration outage() {
    return breaker.lasting(ticker.nanos());
  }

  /** What holds back a call, where none waits. */
  ThrottleReason throttleReason() {
    return new ThrottleReason(null, gateClosed(), outage());
  }

  /** What holds back a call of this price. */
  ThrottleReason throttleReason(long inputTokens, long outputTokens) {
    Limit binding = null;
    if (gateClosed().isZero()) {
      binding =
          concurrency.hasRoom() ? rates.binding(inputTokens, outputTokens) : Limit.CALLS_IN_FLIGHT;
    }
    return new ThrottleReason(binding, gateClosed(), outage());
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
        rates.known());
  }
}
