package dagscribe.sizing;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a run takes by each limit alone. The longest is the run's time.
 *
 * <p>Limits count as steady rates: that a bucket is full at the start, and that a run starts
 * slowly, are left out; they work against each other.
 */
public final class RunTime {

  private static final double SECONDS_PER_MINUTE = 60;

  private RunTime() {}

  /**
   * Minutes by each limit.
   *
   * @param secondsPerCall from sending to the last token
   */
  public static Map<Limit, Double> minutes(Load load, Limits limits, double secondsPerCall) {
    // Not less than one call takes, however many may be in flight.
    double rounds = Math.ceil((double) load.calls() / limits.callsInFlight());
    Map<Limit, Double> minutes = new EnumMap<>(Limit.class);
    minutes.put(Limit.REQUESTS, (double) load.calls() / limits.requestsPerMinute());
    minutes.put(Limit.INPUT_TOKENS, (double) load.inputTokens() / limits.inputTokensPerMinute());
    minutes.put(Limit.OUTPUT_TOKENS, (double) load.outputTokens() / limits.outputTokensPerMinute());
    minutes.put(Limit.CALLS_IN_FLIGHT, rounds * secondsPerCall / SECONDS_PER_MINUTE);
    return minutes;
  }

  /** The limit that takes longest; null if nothing takes any time. */
  public static @Nullable Limit binding(Map<Limit, Double> minutes) {
    return minutes.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .map(Map.Entry::getKey)
        .orElse(null);
  }
}
