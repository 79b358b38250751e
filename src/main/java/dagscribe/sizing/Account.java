package dagscribe.sizing;

import dagscribe.claude.AccountLimits;
import dagscribe.delivery.ClientSettings;
import dagscribe.limit.LimiterTotals;
import org.jspecify.annotations.Nullable;

/**
 * What calls may use: limits a minute, infinite where none is known, and calls in flight.
 *
 * @param requestsPerMinute calls
 * @param inputTokensPerMinute uncached input
 * @param outputTokensPerMinute output
 * @param workers calls in flight
 * @param isIdle whether nothing was asked yet, so that a minute of each limit is saved up
 */
public record Account(
    double requestsPerMinute,
    double inputTokensPerMinute,
    double outputTokensPerMinute,
    int workers,
    boolean isIdle) {

  /** What is known at this moment: set by the operator, or else told by the server. */
  public static Account of(ClientSettings settings, String model, LimiterTotals learned) {
    AccountLimits set = settings.limits();
    AccountLimits otherwise =
        settings.isAnthropic() ? AccountLimits.startTier(model) : AccountLimits.LEARNED;
    return new Account(
        first(set.requestsPerMinute(), learned.requestsPerMinute(), otherwise.requestsPerMinute()),
        first(
            set.inputTokensPerMinute(),
            learned.inputTokensPerMinute(),
            otherwise.inputTokensPerMinute()),
        first(
            set.outputTokensPerMinute(),
            learned.outputTokensPerMinute(),
            otherwise.outputTokensPerMinute()),
        settings.workers() == 0 ? ClientSettings.MAX_AUTO_WORKERS : settings.workers(),
        learned.granted() == 0);
  }

  private static double first(
      @Nullable Long set, @Nullable Long learned, @Nullable Long otherwise) {
    Long known = set != null ? set : learned != null ? learned : otherwise;
    return known == null ? Double.POSITIVE_INFINITY : (double) known;
  }
}
