package dagscribe.quota;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import java.util.Optional;
import java.util.function.Supplier;

/** One bucket in Redis. Every method may throw what its connection throws. Thread-safe. */
final class SharedBucket {

  private final BucketProxy bucket;
  private final Supplier<Optional<BucketConfiguration>> stored;

  SharedBucket(BucketProxy bucket, Supplier<Optional<BucketConfiguration>> stored) {
    this.bucket = bucket;
    this.stored = stored;
  }

  /**
   * Takes units, or gives them back if there are less than 0, in one journey.
   *
   * @return units left
   */
  long exchange(long units) {
    if (units > 0) {
      return bucket
          .asVerbose()
          .consumeIgnoringRateLimits(units)
          .getDiagnostics()
          .getAvailableTokens();
    }
    if (units < 0) {
      return bucket.asVerbose().addTokens(-units).getDiagnostics().getAvailableTokens();
    }
    return bucket.getAvailableTokens();
  }

  /** Sees to it that the bucket has this limit, whoever made it. */
  void resize(long perMinute) {
    boolean isRight =
        stored
            .get()
            .map(configuration -> configuration.getBandwidths()[0].getCapacity() == perMinute)
            .orElse(false);
    if (!isRight) {
      bucket.replaceConfiguration(
          SharedBuckets.configuration(perMinute, perMinute), TokensInheritanceStrategy.AS_IS);
    }
  }
}
