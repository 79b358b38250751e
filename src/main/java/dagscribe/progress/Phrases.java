package dagscribe.progress;

import dagscribe.generate.DagCounts;
import dagscribe.limit.Limit;
import dagscribe.limit.LimiterTotals;
import dagscribe.limit.ThrottleReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of what is said, each on its own; empty where there is nothing to say. */
final class Phrases {

  /** Shorter pauses are the usual way of a limit. */
  private static final Duration LONG_PAUSE = Duration.ofSeconds(2);

  /** Longer than most answers take. */
  private static final Duration LONG_SILENCE = Duration.ofSeconds(30);

  private Phrases() {}

  /** What keeps all calls from getting on. */
  static Optional<String> trouble(Figures figures) {
    return outage(figures).or(() -> pause(figures)).or(() -> silence(figures));
  }

  static Optional<String> outage(Figures figures) {
    Duration outage = figures.now().generators().throttleReason().outage();
    return when(
        !outage.isZero(), "no call has got through for " + Amounts.time(outage) + ", repeating");
  }

  static Optional<String> pause(Figures figures) {
    ThrottleReason throttleReason = figures.now().generators().throttleReason();
    boolean isLong = throttleReason.gateClosed().compareTo(LONG_PAUSE) >= 0;
    return when(
        isLong && throttleReason.outage().isZero(),
        "429: all calls wait " + Amounts.time(throttleReason.gateClosed()));
  }

  private static Optional<String> silence(Figures figures) {
    return when(
        figures.silence().compareTo(LONG_SILENCE) >= 0,
        "no answer for " + Amounts.time(figures.silence()));
  }

  static Optional<String> cached(Figures figures) {
    return some(figures.now().generators().dags().cached(), "cached");
  }

  static Optional<String> failed(Figures figures) {
    return some(figures.now().generators().dags().failed(), "failed");
  }

  static Optional<String> deferred(Figures figures) {
    return some(figures.now().generators().dags().deferred(), "deferred");
  }

  /** What is not asked here, since another run on the same cache is asking it. */
  static Optional<String> awaited(Figures figures) {
    long awaited = figures.now().generators().dags().awaited();
    return when(awaited > 0, "waiting for " + Amounts.count(awaited) + " answers of another run");
  }

  static Optional<String> pace(Figures figures) {
    return when(
        figures.requestsPerMinute() > 0 && !figures.now().isSettled(),
        String.format(Locale.ROOT, "%,.0f calls/min", figures.requestsPerMinute()));
  }

  /** The limit that the next call waits for. */
  static Optional<String> limit(Figures figures) {
    LimiterTotals limits = figures.now().generators().limiter();
    if (limits == null) {
      return Optional.empty();
    }
    Limit binding = figures.now().generators().throttleReason().binding();
    if (binding == null) {
      return Optional.empty();
    }
    return binding == Limit.CALLS_IN_FLIGHT
        ? Optional.of("limit: " + limits.inFlightLimit() + " in flight")
        : perMinute(binding.words(), limits.limits().of(binding));
  }

  private static Optional<String> perMinute(String what, @Nullable Long limit) {
    return Optional.ofNullable(limit)
        .map(known -> "limit: " + Amounts.count(known) + " " + what + "/min");
  }

  static Optional<String> refusals(Figures figures) {
    long refused = figures.now().generators().calls().rateLimitedAttempts();
    return when(refused > 0, Amounts.count(refused) + " x 429");
  }

  static Optional<String> unanswered(Figures figures) {
    return some(figures.now().unanswered(), "calls not answered");
  }

  static Optional<String> spent(Figures figures) {
    long nanoUsd = figures.now().generators().calls().nanoUsd();
    return when(nanoUsd > 0, Amounts.dollars(nanoUsd));
  }

  /** How long it lasts, or which end it is coming to. */
  static Optional<String> end(Figures figures) {
    if (figures.now().isSettled()) {
      return Optional.of("writing");
    } else if (figures.now().generators().dags().deferred() > 0) {
      return Optional.of("stopping");
    }
    return Optional.ofNullable(figures.timeLeft()).map(left -> Amounts.time(left) + " left");
  }

  /** {@code 450 of 1,000 DAGs answered}, or {@code of 1,000 so far}. */
  static String answered(Figures figures) {
    DagCounts dags = figures.now().generators().dags();
    return Amounts.count(dags.answered())
        + " of "
        + Amounts.count(figures.now().toAsk())
        + (figures.now().isTotalKnown() ? "" : " so far")
        + " DAGs answered";
  }

  /** How many there are to ask for, as long as that may change. */
  static Optional<String> soFar(Figures figures) {
    return when(
        !figures.now().isTotalKnown(), "of " + Amounts.count(figures.now().toAsk()) + " so far");
  }

  static Optional<String> inFlight(Figures figures) {
    String calls = Amounts.count(figures.now().generators().calls().inFlight());
    return when(!figures.now().isSettled(), calls + " in flight");
  }

  private static Optional<String> some(long number, String what) {
    return when(number > 0, Amounts.count(number) + " " + what);
  }

  private static Optional<String> when(boolean is, String text) {
    return is ? Optional.of(text) : Optional.empty();
  }
}
