package dagscribe.quota;

import dagscribe.limit.Quota;
import dagscribe.limit.Ticker;
import dagscribe.limit.TokenBucket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The quota that several processes share. One thread exchanges with Redis, ten times a second while
 * calls are made. While Redis is away this process keeps to levels of its own, says so once, and
 * asks again every few seconds. Thread-safe.
 */
final class RedisQuota implements Quota {

  private static final Logger LOG = LoggerFactory.getLogger(RedisQuota.class);

  private static final Duration PERIOD = Duration.ofMillis(100);
  private static final long RETRY_NANOS = Duration.ofSeconds(3).toNanos();

  private final String server;
  private final SharedBuckets buckets;
  private final Ticker ticker;
  private final Quota copies;
  private final List<RedisBucket> levels = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread exchanging = new Thread(task, "redis-quota");
            exchanging.setDaemon(true);
            return exchanging;
          });
  private boolean isAway;
  private long retryNanos;

  /**
   * A quota that owns its buckets.
   *
   * @param server the server's address for messages, without any password
   */
  RedisQuota(String server, SharedBuckets buckets, Ticker ticker) {
    this.server = server;
    this.buckets = buckets;
    this.ticker = ticker;
    this.copies = LOCAL.open(ticker);
  }

  /** Begins to exchange by itself. */
  void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::exchange, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public TokenBucket open(String limit, long perMinute, long available) {
    TokenBucket copy = copies.open(limit, perMinute, available);
    RedisBucket level = RedisBucket.of(copy, perMinute, limit, buckets);
    levels.add(level);
    return level;
  }

  /** One round of exchanges. */
  synchronized void exchange() {
    if (isAway && ticker.nanos() < retryNanos) {
      return;
    }
    try {
      levels.forEach(isAway ? RedisBucket::rejoin : RedisBucket::exchange);
      if (isAway) {
        isAway = false;
        LOG.warn("the quota at {} is back: all processes share it again", server);
      }
    } catch (RuntimeException e) {
      leave(e);
    }
  }

  /** Whatever has failed, calls go on, and an operator is told. */
  private void leave(RuntimeException e) {
    retryNanos = ticker.nanos() + RETRY_NANOS;
    if (!isAway) {
      isAway = true;
      LOG.warn(
          "the quota at {} cannot be used, so this process keeps to a share of its own until it"
              + " can: {}",
          server,
          e.toString());
    }
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void close() {
    thread.shutdown();
    exchange();
    buckets.close();
  }
}
