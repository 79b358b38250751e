package dagscribe.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;

/** The bucket that one process keeps for itself. The arithmetic is Bucket4j's. */
final class LocalBucket implements TokenBucket {

  private final Bucket bucket;

  LocalBucket(long perMinute, long available, Ticker ticker) {
    bucket =
        Bucket.builder()
            .addLimit(bandwidth(perMinute, available))
            .withCustomTimePrecision(meter(ticker))
            .build();
  }

  @Override
  public long available() {
    return bucket.getAvailableTokens();
  }

  @Override
  public void take(long units) {
    bucket.consumeIgnoringRateLimits(units);
  }

  @Override
  public void give(long units) {
    bucket.addTokens(units);
  }

  @Override
  public void resize(long perMinute) {
    BucketConfiguration changed =
        BucketConfiguration.builder().addLimit(bandwidth(perMinute, perMinute)).build();
    bucket.replaceConfiguration(changed, TokensInheritanceStrategy.AS_IS);
  }

  private static Bandwidth bandwidth(long perMinute, long available) {
    return Bandwidth.builder()
        .capacity(perMinute)
        .refillGreedy(perMinute, Duration.ofMinutes(1))
        .initialTokens(available)
        .build();
  }

  private static TimeMeter meter(Ticker ticker) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return ticker.nanos();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }
}
