package dagscribe.limit;

import java.time.Duration;

/**
 * Calls in flight and how many there may be, from the outcomes of calls.
 *
 * <p>A burst of refusals counts once: a permit carries the epoch of its grant, and a drop from an
 * epoch that a cut has closed is old news. Latency is read only where the number is to be found and
 * the server tells no limits. Not thread-safe.
 */
final class Concurrency {
  /** Latency above this multiple of the best means that calls queue inside the server. */
  private static final double CROWDED = 2;

  /** Above this multiple there is no point in more calls. */
  private static final double BUSY = 1.5;

  /** Cuts in a row after which slow is what the server is, whatever we do. */
  private static final int FUTILE_CUTS = 3;

  private final InFlightLimit limit;
  private final int workers;
  private final boolean isAuto;
  private final LatencyGauge gauge = new LatencyGauge();
  private final Plateau plateau = new Plateau();
  private int latencyCuts;
  private int epoch;
  private int inFlight;
  private int maxInFlight;
  private long cuts;

  Concurrency(LimiterSettings settings) {
    workers = settings.workers();
    isAuto = workers == 0;
    limit = isAuto ? InFlightLimit.adaptive(settings.maxWorkers()) : InFlightLimit.fixed(workers);
  }

  /** Takes a part of a number of calls that is fixed, and at least one. */
  void keepTo(int parts, int whole) {
    if (workers > 0) {
      limit.allow(Math.max(1, workers * parts / whole));
    }
  }

  boolean hasRoom() {
    return inFlight < limit.current();
  }

  void start() {
    inFlight++;
    maxInFlight = Math.max(maxInFlight, inFlight);
  }

  void end() {
    inFlight--;
  }

  /** One success; call before {@link #end}. */
  void succeeded(
      Permit permit, Duration latency, long outputTokens, boolean readLatency, long nowNanos) {
    double ratio = isAuto && readLatency ? gauge.add(latency, outputTokens) : 1;
    boolean isFull = inFlight >= limit.current();
    if (ratio > CROWDED && permit.epoch() == epoch) {
      crowded();
    } else if (!isFull) {
      plateau.interrupt();
    } else if (ratio < BUSY) {
      latencyCuts = 0;
      grow(nowNanos);
    }
  }

  private void grow(long nowNanos) {
    int back = isAuto ? plateau.succeeded(nowNanos, limit.current()) : 0;
    if (back > 0) {
      limit.retreat(back);
    } else if (!plateau.isHeld(nowNanos)) {
      limit.grow();
    }
  }

  /** Opens a new epoch if this refusal is the first of its burst; returns whether it is. */
  boolean isFirstOfBurst(Permit permit) {
    if (permit.epoch() != epoch) {
      return false;
    }
    epoch++;
    cuts++;
    return true;
  }

  void cut() {
    limit.cut();
  }

  /** Takes back what was learned from refusals that had nothing to do with it. */
  void forgive() {
    limit.forgive();
  }

  void probe() {
    epoch++;
    limit.probe();
  }

  void resume() {
    limit.resume();
  }

  int limit() {
    return limit.current();
  }

  int epoch() {
    return epoch;
  }

  int inFlight() {
    return inFlight;
  }

  int maxInFlight() {
    return maxInFlight;
  }

  long cuts() {
    return cuts;
  }

  private void crowded() {
    epoch++;
    cuts++;
    latencyCuts++;
    if (latencyCuts > FUTILE_CUTS) {
      latencyCuts = 0;
      gauge.rebase();
    } else {
      limit.cut();
    }
  }
}
