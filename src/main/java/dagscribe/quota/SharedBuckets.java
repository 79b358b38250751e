package dagscribe.quota;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.serialization.Mapper;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import redis.clients.jedis.RedisClient;

/**
 * Bucket4j's buckets in a Redis server, under {@code dagscribe:quota:1:SCOPE:LIMIT}. A bucket that
 * nobody has used for as long as it takes to fill, and a minute, is forgotten.
 *
 * <p>Time is each client's own clock; a bucket goes by the one that is ahead, and refills no
 * quicker for clocks that differ.
 */
final class SharedBuckets implements AutoCloseable {

  private static final String PREFIX = "dagscribe:quota:1:";

  private final RedisClient client;
  private final String scope;
  private final ProxyManager<String> buckets;

  SharedBuckets(RedisClient client, String scope, InstantSource clock) {
    this.client = client;
    this.scope = scope;
    this.buckets =
        Bucket4jJedis.casBasedBuilder(client)
            .clientClock(meter(clock))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .keyMapper(Mapper.STRING)
            .build();
  }

  /**
   * One bucket.
   *
   * @param perMinute its limit now
   * @param available units to start with, should it not be there
   */
  SharedBucket bucket(String limit, LongSupplier perMinute, LongSupplier available) {
    String key = PREFIX + scope + ":" + limit;
    BucketProxy bucket =
        buckets
            .builder()
            .build(
                key,
                () -> {
                  long most = perMinute.getAsLong();
                  return configuration(most, Math.max(0, Math.min(most, available.getAsLong())));
                });
    return new SharedBucket(bucket, () -> buckets.getProxyConfiguration(key));
  }

  static BucketConfiguration configuration(long perMinute, long available) {
    return BucketConfiguration.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, Duration.ofMinutes(1))
                .initialTokens(available)
                .build())
        .build();
  }

  private static TimeMeter meter(InstantSource clock) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
      }

      @Override
      public boolean isWallClockBased() {
        return true;
      }
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
