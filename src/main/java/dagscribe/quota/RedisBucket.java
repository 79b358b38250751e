package dagscribe.quota;

import dagscribe.limit.TokenBucket;
import org.jspecify.annotations.Nullable;

/**
 * A local copy of a bucket that other processes draw on as well.
 *
 * <p>Design. Nobody waits for Redis: calls are let through by the copy, and what they took is told
 * to the bucket a moment later, whose answer corrects the copy both ways. Until then the copy is
 * too high by what others have taken in that moment, which is far less than the pace keeps in
 * reserve. One exchange covers any number of calls. While Redis is away the copy is a level of its
 * own, corrected by what the server says like any other; what it took meanwhile is not owed, since
 * the bucket has been refilled meanwhile too. When Redis is back, the bucket is lowered to the copy
 * if it holds more, which may be done by all processes in any order.
 *
 * <p>Rejected: to ask the bucket before every call (a journey or more for each, under the lock of
 * the limiter, and no calls at all without Redis).
 *
 * <p>Thread-safe; no lock is held during an exchange.
 */
final class RedisBucket implements TokenBucket {

  private final TokenBucket copy;
  private final SharedBucket bucket;
  private long perMinute;
  private long owed;
  private long telling;
  private boolean isUsed = true;
  private boolean isResized = true;

  private RedisBucket(TokenBucket copy, long perMinute, String limit, SharedBuckets buckets) {
    this.copy = copy;
    this.perMinute = perMinute;
    this.bucket = buckets.bucket(limit, this::perMinute, this::untold);
  }

  /**
   * A level that starts as its copy does.
   *
   * @param copy the local copy, which nobody else uses
   */
  static RedisBucket of(TokenBucket copy, long perMinute, String limit, SharedBuckets buckets) {
    return new RedisBucket(copy, perMinute, limit, buckets);
  }

  @Override
  public synchronized long available() {
    isUsed = true;
    return copy.available();
  }

  @Override
  public synchronized void take(long units) {
    copy.take(units);
    owed += units;
  }

  @Override
  public synchronized void give(long units) {
    copy.give(units);
    owed -= units;
  }

  @Override
  public synchronized void resize(long limit) {
    copy.resize(limit);
    perMinute = limit;
    isResized = true;
  }

  /** Tells the bucket what was taken here, and takes over what is left there. */
  void exchange() {
    if (wasResized()) {
      bucket.resize(perMinute());
    }
    Long told = toTell();
    if (told != null) {
      correct(bucket.exchange(told));
    }
  }

  /** Joins the bucket again: it must not hold more than is left as known here. */
  void rejoin() {
    forget();
    bucket.resize(perMinute());
    long excess = excess(bucket.exchange(0));
    correct(bucket.exchange(Math.max(0, excess)));
  }

  private synchronized long perMinute() {
    return perMinute;
  }

  /** What a bucket starts with, should it not be there when it is told. */
  private synchronized long untold() {
    return copy.available() + owed + telling;
  }

  private synchronized boolean wasResized() {
    boolean was = isResized;
    isResized = false;
    return was;
  }

  private synchronized @Nullable Long toTell() {
    if (!isUsed && owed == 0) {
      return null;
    }
    telling = owed;
    owed = 0;
    isUsed = false;
    return telling;
  }

  private synchronized void forget() {
    owed = 0;
    telling = 0;
    isUsed = true;
  }

  private synchronized long excess(long shared) {
    return shared - owed - copy.available();
  }

  private synchronized void correct(long shared) {
    telling = 0;
    long difference = shared - owed - copy.available();
    if (difference > 0) {
      copy.give(difference);
    } else if (difference < 0) {
      copy.take(-difference);
    }
  }
}
