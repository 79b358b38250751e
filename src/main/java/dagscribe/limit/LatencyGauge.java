package dagscribe.limit;

import java.time.Duration;

/**
 * Compares latency with what it was when the server had room.
 *
 * <p>A call takes a fixed time and a time per output token, so latency is divided by output tokens
 * plus a constant; else a change in the work would look like a change in the server. Not
 * thread-safe. Idea: TCP Vegas, and Netflix's Gradient2.
 */
final class LatencyGauge {
  /** The fixed part of a call is worth about this many output tokens: 1.1 s at 4.4 ms each. */
  private static final double FIXED_TOKENS = 250;

  private static final double WEIGHT = 1.0 / 8;

  /** A first reading from fewer samples than this is noise. */
  private static final int WARM_UP = 8;

  private double recent;
  private double best = Double.POSITIVE_INFINITY;
  private int samples;

  /** Recent latency as a multiple of the best; 1 while there is too little to compare. */
  double add(Duration latency, long outputTokens) {
    double sample = latency.toNanos() / (FIXED_TOKENS + outputTokens);
    recent = samples == 0 ? sample : recent + WEIGHT * (sample - recent);
    samples++;
    if (samples < WARM_UP) {
      return 1;
    }
    best = Math.min(best, recent);
    return best <= 0 ? 1 : recent / best;
  }

  /** Accepts the present latency as the server's own. */
  void rebase() {
    best = recent;
  }
}
