package dagscribe.generate;

import dagscribe.claude.AccountLimits;
import dagscribe.claude.ClientSettings;
import dagscribe.limit.LimiterTotals;
import org.jspecify.annotations.Nullable;

/**
 * What calls may use: limits a minute, infinite where none is known, and calls in flight.
 *
 * @param requestsPerMinute calls
 * @param inputTokensPerMinute uncached input
 * @param outputTokensPerMinute output
 * @param workers calls in flight
 */
record Account(
    double requestsPerMinute,
    double inputTokensPerMinute,
    double outputTokensPerMinute,
    int workers) {

  // Anthropic's Start tier, its smallest with published limits: rate limits page, September 2026.
  private static final double START_REQUESTS = 1_000;
  private static final double START_INPUT_TOKENS = 2_000_000;
  private static final double START_OUTPUT_TOKENS = 400_000;

  /** What is known at this moment: set by the operator, or else told by the server. */
  static Account of(ClientSettings settings, LimiterTotals learned) {
    AccountLimits set = settings.limits();
    boolean isAnthropic = settings.isAnthropic();
    return new Account(
        first(set.requestsPerMinute(), learned.requestsPerMinute(), isAnthropic, START_REQUESTS),
        first(
            set.inputTokensPerMinute(),
            learned.inputTokensPerMinute(),
            isAnthropic,
            START_INPUT_TOKENS),
        first(
            set.outputTokensPerMinute(),
            learned.outputTokensPerMinute(),
            isAnthropic,
            START_OUTPUT_TOKENS),
        settings.workers() == 0 ? ClientSettings.MAX_AUTO_WORKERS : settings.workers());
  }

  private static double first(
      @Nullable Long set, @Nullable Long learned, boolean isAnthropic, double start) {
    if (set != null) {
      return (double) set;
    }
    if (learned != null) {
      return (double) learned;
    }
    return isAnthropic ? start : Double.POSITIVE_INFINITY;
  }
}
