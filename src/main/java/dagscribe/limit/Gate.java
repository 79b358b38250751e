package dagscribe.limit;

/** Closed for all calls until a moment that refusals can only move later. Not thread-safe. */
final class Gate {
  private long openNanos;
  private boolean wasClosed;
  private long closings;

  /**
   * Keeps the gate closed until the moment; a gate that is closed already closes no second time.
   */
  void closeUntil(long nanos, long nowNanos) {
    boolean isClosed = wasClosed && openNanos > nowNanos;
    if (nanos <= nowNanos) {
      return;
    }
    if (!isClosed) {
      closings++;
      openNanos = nanos;
    } else {
      openNanos = Math.max(openNanos, nanos);
    }
    wasClosed = true;
  }

  long nanosUntilOpen(long nowNanos) {
    return wasClosed ? Math.max(0, openNanos - nowNanos) : 0;
  }

  long closings() {
    return closings;
  }
}
