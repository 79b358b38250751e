package dagscribe.sim;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;

/**
 * A token bucket for one limit a minute, refilled continuously. What was taken may exceed what was
 * there: the debt is paid by the refill. Not thread-safe.
 */
final class MinuteBucket {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final LocalBucket bucket;
  private long perMinute;
  private long capacity;

  /** A full bucket. */
  MinuteBucket(long perMinute, Duration burst, TimeMeter clock) {
    this.perMinute = perMinute;
    this.capacity = capacity(perMinute, burst);
    this.bucket =
        new LocalBucketBuilder()
            .addLimit(bandwidth(perMinute, capacity))
            .withCustomTimePrecision(clock)
            .withSynchronizationStrategy(SynchronizationStrategy.NONE)
            .build();
  }

  /** Changes the limit; what is in the bucket stays, up to its new capacity. */
  void change(long newPerMinute, Duration burst) {
    perMinute = newPerMinute;
    capacity = capacity(newPerMinute, burst);
    bucket.replaceConfiguration(
        BucketConfiguration.builder().addLimit(bandwidth(perMinute, capacity)).build(),
        TokensInheritanceStrategy.AS_IS);
  }

  void refill() {
    bucket.reset();
  }

  long perMinute() {
    return perMinute;
  }

  /** What is there now, at least 0. */
  long remaining() {
    return Math.max(0, bucket.getAvailableTokens());
  }

  /**
   * How long until {@code amount} is there; zero if it is now. More than the bucket holds counts as
   * a full bucket, and more than a whole minute gives is always a minute away.
   */
  Duration waitFor(long amount) {
    if (amount == 0) {
      return Duration.ZERO;
    }
    if (amount > perMinute) {
      return MINUTE;
    }
    long wanted = Math.min(amount, capacity);
    return Duration.ofNanos(bucket.estimateAbilityToConsume(wanted).getNanosToWaitForRefill());
  }

  Duration waitUntilFull() {
    return waitFor(capacity);
  }

  void take(long amount) {
    if (amount > 0) {
      bucket.consumeIgnoringRateLimits(amount);
    }
  }

  private static long capacity(long perMinute, Duration burst) {
    return Math.max(1, Math.round(perMinute * (burst.toNanos() / (double) MINUTE.toNanos())));
  }

  private static Bandwidth bandwidth(long perMinute, long capacity) {
    return Bandwidth.builder().capacity(capacity).refillGreedy(perMinute, MINUTE).build();
  }
}
