package dagscribe.limit;

/** Adds up the time that calls wait. Not thread-safe. */
final class WaitingTime {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private long waitedNanos;
  private long throttledNanos;
  private long throttledSinceNanos;
  private boolean isThrottled;

  /** One call got its permit after this long. */
  void waited(long nanos) {
    waitedNanos += nanos;
  }

  /** From now on the head of the queue is held back by a rate or the gate. */
  void throttle(long nowNanos) {
    if (!isThrottled) {
      isThrottled = true;
      throttledSinceNanos = nowNanos;
    }
  }

  /** From now on nothing is held back by a rate or the gate. */
  void free(long nowNanos) {
    if (isThrottled) {
      isThrottled = false;
      throttledNanos += nowNanos - throttledSinceNanos;
    }
  }

  long waitedMillis() {
    return waitedNanos / NANOS_PER_MILLI;
  }

  long throttledMillis(long nowNanos) {
    long running = isThrottled ? nowNanos - throttledSinceNanos : 0;
    return (throttledNanos + running) / NANOS_PER_MILLI;
  }
}
