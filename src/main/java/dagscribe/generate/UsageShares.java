package dagscribe.generate;

import dagscribe.claude.Usage;

/**
 * Splits what a call used over the DAGs in it, in proportion to the length of their sources for
 * input and of their instructions for output. Shares add up to the whole, to the token: each takes
 * what is due by then and was not taken before.
 */
final class UsageShares {

  private final Usage whole;
  private final long allInput;
  private final long allOutput;
  private long inputSoFar;
  private long outputSoFar;
  private Usage taken = Usage.NONE;

  /**
   * Begins to split.
   *
   * @param allInput sum of the input weights of all DAGs, 1 or more
   * @param allOutput sum of the output weights of all DAGs, 1 or more
   */
  UsageShares(Usage whole, long allInput, long allOutput) {
    this.whole = whole;
    this.allInput = Math.max(1, allInput);
    this.allOutput = Math.max(1, allOutput);
  }

  /** The next DAG's share. */
  Usage next(long inputWeight, long outputWeight) {
    inputSoFar += inputWeight;
    outputSoFar += outputWeight;
    Usage due =
        new Usage(
            part(whole.inputTokens(), inputSoFar, allInput),
            part(whole.outputTokens(), outputSoFar, allOutput),
            part(whole.cacheCreationInputTokens(), inputSoFar, allInput),
            part(whole.cacheReadInputTokens(), inputSoFar, allInput));
    Usage share =
        new Usage(
            due.inputTokens() - taken.inputTokens(),
            due.outputTokens() - taken.outputTokens(),
            due.cacheCreationInputTokens() - taken.cacheCreationInputTokens(),
            due.cacheReadInputTokens() - taken.cacheReadInputTokens());
    taken = due;
    return share;
  }

  private static long part(long whole, long soFar, long all) {
    return Math.round((double) whole * soFar / all);
  }
}
