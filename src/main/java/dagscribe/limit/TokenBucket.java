package dagscribe.limit;

/**
 * What one limit still allows: a bucket that is refilled evenly, from empty to full in a minute.
 * Thread-safe where several processes share one.
 */
public interface TokenBucket {

  /** Units left; less than 0 once more was taken than there was. */
  long available();

  /** Takes units, whether or not they are there. */
  void take(long units);

  /** Gives units back, no more than fit. */
  void give(long units);

  /** Changes the limit and keeps what is left, as far as it fits. */
  void resize(long perMinute);
}
