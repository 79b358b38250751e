package dagscribe.limit;

import org.jspecify.annotations.Nullable;

/**
 * What an operator fixes; all else is learned.
 *
 * @param requestsPerMinute null to learn it
 * @param inputTokensPerMinute null to learn it
 * @param outputTokensPerMinute null to learn it
 * @param workers calls in flight; 0 finds the number
 * @param maxWorkers most calls in flight when the number is found, 1 or more
 */
public record LimiterSettings(
    @Nullable Long requestsPerMinute,
    @Nullable Long inputTokensPerMinute,
    @Nullable Long outputTokensPerMinute,
    int workers,
    int maxWorkers) {

  /** Everything is learned, with at most 512 calls in flight. */
  public static final LimiterSettings LEARNED = new LimiterSettings(null, null, null, 0, 512);

  public LimiterSettings {
    requirePositive("requestsPerMinute", requestsPerMinute);
    requirePositive("inputTokensPerMinute", inputTokensPerMinute);
    requirePositive("outputTokensPerMinute", outputTokensPerMinute);
    if (workers < 0 || maxWorkers < 1) {
      throw new IllegalArgumentException("workers " + workers + ", maxWorkers " + maxWorkers);
    }
  }

  private static void requirePositive(String name, @Nullable Long value) {
    if (value != null && value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + value);
    }
  }
}
