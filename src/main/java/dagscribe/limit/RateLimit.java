package dagscribe.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One limit a minute: a local copy of the server's bucket, and a pace at which it is used.
 *
 * <p>Design. The <em>level</em> is an upper bound of what the server's bucket holds. It falls with
 * what this process reserves, rises with the refill, and is corrected downwards, never upwards, by
 * what answers say remains: since others can only take, a bound that was true stays true, however
 * old the answer. The <em>pace</em> is the limit times the factor of its {@link Throttle}, which is
 * proportional to the level. All processes on an account see the same level, so all slow down by
 * the same factor until their sum is the limit: they share evenly, and the bucket does not run dry.
 * An account that was idle holds a minute's credit; until the first unexplained refusal the factor
 * may reach 2, which spends that credit evenly instead of losing it.
 *
 * <p>Rejected: setting the level to what remains (loses the calls in flight and lets old answers
 * raise it); sending whenever the level allows (each of several processes would spend the same
 * remainder); a fixed share for each process (needs a coordinator, and idles when one ends early).
 *
 * <p>Not thread-safe. A guessed limit is never shared, since another process guesses another.
 */
final class RateLimit {
  private static final double NANOS_PER_MINUTE = 60e9;

  /** A guess is raised each time that nothing was refused for so long. */
  private static final long QUIET_NANOS = 10_000_000_000L;

  private final Limit kind;
  private final Ticker ticker;
  private final Allowance allowance;
  private final Throttle throttle;
  private final Quota quota;
  private @Nullable TokenBucket bucket;
  private @Nullable Pace pace;
  private long perMinute;
  private double capacity;
  private @Nullable Guess guess;
  private long resizedNanos;

  RateLimit(Limit kind, @Nullable Long operatorLimit, Ticker ticker, Quota quota) {
    this.kind = kind;
    this.allowance = new Allowance(operatorLimit);
    this.ticker = ticker;
    this.throttle = new Throttle(ticker.nanos());
    this.quota = quota;
    if (operatorLimit != null) {
      resize(operatorLimit, operatorLimit);
    }
  }

  /** The limit in force; null while none is known. */
  @Nullable Long perMinute() {
    return bucket == null ? null : perMinute;
  }

  /** Nanoseconds until a call of this price may start; 0 means now. */
  long nanosUntil(long price) {
    if (bucket == null || pace == null) {
      return 0;
    }
    raiseGuess();
    long held = bucket.available();
    long needed = Math.min(price, (long) capacity);
    long refill = held >= needed ? 0 : (long) Math.ceil((needed - held) / unitsPerNano());
    double speed = speed();
    pace.accrue(ticker.nanos(), speed);
    return Math.max(refill, pace.nanosUntilReady(speed));
  }

  void reserve(long price) {
    if (bucket != null && pace != null && price > 0) {
      bucket.take(price);
      pace.spend((double) price);
    }
  }

  /** Charges or refunds the difference to what was reserved. */
  void settle(long reserved, long actual) {
    if (bucket == null || pace == null) {
      return;
    }
    long difference = actual - reserved;
    if (difference > 0) {
      bucket.take(difference);
    } else if (difference < 0) {
      bucket.give(-difference);
    }
    pace.spend((double) difference);
  }

  /**
   * Takes over what an answer says.
   *
   * @param sentNanos when its call was sent: a limit older than the last change is not believed
   */
  void learn(RateLimitView view, long sentNanos) {
    if (view.limit() != null && view.limit() > 0 && (bucket == null || sentNanos >= resizedNanos)) {
      allowance.learn(view.limit());
      Long limit = allowance.perMinute();
      if (limit != null && (bucket == null || guess != null || limit != perMinute)) {
        bucket = guess != null ? null : bucket;
        guess = null;
        resize(limit, view.remaining() == null ? limit : Math.min(limit, view.remaining()));
      }
    }
    if (bucket != null && view.remaining() != null) {
      correct(bucket, view.remaining());
      learnCapacity(view.remaining(), view.untilFull());
    }
  }

  /** This process has so much of an operator's limit, above 0 and at most 1. */
  void keepTo(double part) {
    allowance.keepTo(part);
    Long limit = allowance.perMinute();
    if (limit != null && guess == null && limit != perMinute) {
      resize(limit, limit);
    }
  }

  /** Takes account of how long an answer took. */
  void answered(Duration latency) {
    throttle.answered(latency);
  }

  /**
   * One refusal that says when there will be enough for the call again: all that the server's
   * bucket holds until then is what it lacks now.
   */
  void lacked(long price, Duration untilEnough) {
    if (bucket == null) {
      return;
    }
    double held = price - untilEnough.toNanos() * unitsPerNano();
    long excess = (long) (bucket.available() - held);
    if (excess > 0) {
      bucket.take(excess);
      throttle.startAt(0, capacity);
    }
  }

  /** One refusal that the bucket does not explain: smaller bursts, no credit, a lower pace. */
  void refused() {
    throttle.refused(ticker.nanos());
    limitBurst();
  }

  private void limitBurst() {
    if (pace != null) {
      pace.setBurst(burst());
    }
  }

  /** Whether nobody has told the limit. */
  boolean isUntold() {
    return bucket == null || guess != null;
  }

  /**
   * Takes what a server served when it refused more, and a little, for the limit it does not tell.
   */
  void guess(double servedPerMinute) {
    double used = guessedPace(ticker.nanos());
    Guess made = guess == null ? new Guess() : guess;
    long limit = guess == null ? made.first(servedPerMinute) : made.lower(used, servedPerMinute);
    guess = made;
    resize(limit, limit);
    throttle.restartAt(made.startAt(), ticker.nanos());
    limitBurst();
  }

  /** Units a minute that a guess allows now; infinite without a guess. */
  double guessedPace(long nowNanos) {
    return guess != null ? perMinute * throttle.share(nowNanos) : Double.POSITIVE_INFINITY;
  }

  /** Takes a guess back: no limit is known then. */
  void forgetGuess() {
    if (guess != null) {
      guess = null;
      bucket = null;
      pace = null;
      throttle.forgive();
    }
  }

  private void raiseGuess() {
    long now = ticker.nanos();
    if (guess != null && now - resizedNanos > QUIET_NANOS && throttle.share(now) >= 1) {
      long limit = guess.higher(perMinute);
      resize(limit, limit);
    }
  }

  private void correct(TokenBucket bucket, long remaining) {
    long excess = bucket.available() - remaining - kind.roundingUnits();
    if (excess > 0) {
      bucket.take(excess);
    }
  }

  /** A bucket that is full again soon holds little, whatever its limit a minute is. */
  private void learnCapacity(long remaining, @Nullable Duration untilFull) {
    if (untilFull == null || pace == null) {
      return;
    }
    double seen = remaining + untilFull.toNanos() * unitsPerNano();
    double smallest = Math.max(1, perMinute / 120.0);
    double bounded = Math.min((double) perMinute, Math.max(smallest, seen));
    capacity = Math.max(bounded, 0.9 * capacity + 0.1 * bounded);
    pace.setBurst(burst());
  }

  private void resize(long limit, long remaining) {
    perMinute = limit;
    capacity = limit;
    resizedNanos = ticker.nanos();
    if (bucket == null) {
      bucket = open(limit, Math.max(0, remaining));
    } else {
      bucket.resize(limit);
    }
    if (pace == null) {
      pace = new Pace(burst(), resizedNanos);
    } else {
      pace.setBurst(burst());
      throttle.startAt((double) bucket.available(), capacity);
    }
  }

  private TokenBucket open(long limit, long remaining) {
    return guess != null
        ? new LocalBucket(limit, remaining, ticker)
        : quota.open(kind.name(), limit, remaining);
  }

  private double burst() {
    return Math.min(kind.burst(perMinute) * throttle.burstScale(), capacity / 2);
  }

  private double unitsPerNano() {
    return perMinute / NANOS_PER_MINUTE;
  }

  private double speed() {
    double held = bucket == null ? 0 : bucket.available();
    boolean mayUseCredit = !allowance.isOperators();
    return unitsPerNano()
        * throttle.factor(held, capacity, (double) perMinute, mayUseCredit, ticker.nanos());
  }
}
