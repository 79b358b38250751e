package dagscribe.limit;

/**
 * What an operator fixes; all else is learned.
 *
 * @param limits limits a minute, those that are null to be learned
 * @param workers calls in flight; 0 finds the number
 * @param maxWorkers most calls in flight when the number is found, 1 or more
 */
public record LimiterSettings(AccountLimits limits, int workers, int maxWorkers) {

  /** Everything is learned, with at most 512 calls in flight. */
  public static final LimiterSettings LEARNED = new LimiterSettings(AccountLimits.LEARNED, 0, 512);

  public LimiterSettings {
    if (workers < 0 || maxWorkers < 1) {
      throw new IllegalArgumentException("workers " + workers + ", maxWorkers " + maxWorkers);
    }
  }
}
