package dagscribe.quota;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.limit.TokenBucket;
import dagscribe.limit.TokenBucketContract;
import dagscribe.redis.RedisConnections;
import dagscribe.redis.RedisUrl;
import dagscribe.testing.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Levels in a real Redis, each process with a quota of its own. */
class RedisQuotaTest implements TokenBucketContract {

  private static final String LIMIT = "REQUESTS";

  private final List<RedisQuota> processes = new ArrayList<>();
  private RedisServer redis;
  private long nanos = Duration.ofDays(20_000).toNanos();

  @BeforeEach
  void startRedis() {
    redis = RedisServer.start();
  }

  @AfterEach
  void stopRedis() {
    processes.forEach(RedisQuota::close);
    redis.close();
  }

  private RedisQuota process() {
    SharedBuckets buckets =
        new SharedBuckets(
            RedisConnections.client(RedisUrl.parse(redis.url("", "/"))),
            "api.example:a-model",
            () -> Instant.EPOCH.plusNanos(nanos));
    RedisQuota quota = new RedisQuota("redis", buckets, () -> nanos);
    processes.add(quota);
    return quota;
  }

  private void exchange() {
    processes.forEach(RedisQuota::exchange);
  }

  /** What a process believes when all have told the bucket and then asked it. */
  private long agreed(TokenBucket level) {
    exchange();
    level.available();
    exchange();
    return level.available();
  }

  @Override
  public TokenBucket bucket(long perMinute, long available) {
    TokenBucket level = process().open(LIMIT, perMinute, available);
    return new TokenBucket() {
      @Override
      public long available() {
        return agreed(level);
      }

      @Override
      public void take(long units) {
        level.take(units);
        exchange();
      }

      @Override
      public void give(long units) {
        level.give(units);
        exchange();
      }

      @Override
      public void resize(long limit) {
        level.resize(limit);
        exchange();
      }
    };
  }

  @Override
  public void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void take_isSeenByAllProcesses() {
    TokenBucket one = process().open(LIMIT, 600, 600);
    TokenBucket two = process().open(LIMIT, 600, 600);
    one.take(100);
    two.take(200);
    assertThat(agreed(one), is(300L));
    assertThat(agreed(two), is(300L));
    two.give(50);
    assertThat(agreed(one), is(350L));
  }

  /** Many calls between two exchanges: nothing is lost and nothing is told twice. */
  @Test
  void exchange_tellsEachCallOnce() {
    TokenBucket one = process().open(LIMIT, 100_000, 100_000);
    TokenBucket two = process().open(LIMIT, 100_000, 100_000);
    for (int i = 1; i <= 50; i++) {
      one.take(i);
      two.take(2 * i);
      two.give(i);
      if (i % 7 == 0) {
        exchange();
      }
    }
    assertThat(agreed(one), is(100_000L - 2 * 1_275));
    assertThat(agreed(two), is(100_000L - 2 * 1_275));
  }

  @Test
  void newcomer_takesOverWhatIsLeft() {
    TokenBucket one = process().open(LIMIT, 600, 600);
    one.take(500);
    exchange();
    TokenBucket two = process().open(LIMIT, 600, 600);
    assertThat(agreed(two), is(100L));
  }

  @Test
  void resize_reachesTheBucketOnce() {
    TokenBucket one = process().open(LIMIT, 600, 0);
    TokenBucket two = process().open(LIMIT, 600, 0);
    exchange();
    one.resize(1_200);
    two.resize(1_200);
    exchange();
    pass(Duration.ofSeconds(6));
    assertThat(agreed(one), is(120L));
    assertThat(agreed(two), is(120L));
  }

  /** Redis comes back empty, as one that keeps nothing on disk does. */
  @Test
  void withoutRedis_eachGoesOnAloneAndTheLowestCountsAfterwards() {
    TokenBucket one = process().open(LIMIT, 600, 600);
    TokenBucket two = process().open(LIMIT, 600, 600);
    one.take(100);
    exchange();
    redis.close();
    one.take(150);
    two.take(50);
    assertThat(agreed(one), is(350L));
    assertThat(agreed(two), is(450L));
    redis = redis.again();
    one.take(10);
    assertThat("not asked again yet", agreed(two), is(450L));
    pass(Duration.ofSeconds(4));
    assertThat(agreed(two), is(380L));
    assertThat(agreed(one), is(380L));
    two.take(80);
    assertThat(agreed(one), is(300L));
  }

  @Test
  void redisThatIsAwayAtFirst_isJoinedLater() {
    redis.close();
    TokenBucket one = process().open(LIMIT, 600, 600);
    TokenBucket two = process().open(LIMIT, 600, 600);
    one.take(200);
    assertThat(agreed(one), is(400L));
    redis = redis.again();
    pass(Duration.ofSeconds(4));
    assertThat(agreed(one), is(440L));
    assertThat(agreed(two), is(440L));
  }
}
