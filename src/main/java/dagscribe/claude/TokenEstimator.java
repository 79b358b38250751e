package dagscribe.claude;

/**
 * Guesses the tokens of a call from the characters and DAGs in it, and learns from what calls
 * really used. Thread-safe.
 */
public final class TokenEstimator {
  /** Python source on the tokenizer of the current models, a little on the safe side. */
  private static final double FIRST_CHARS_PER_TOKEN = 2.6;

  /** Quick enough to follow a corpus that changes, slow enough to not follow a single DAG. */
  private static final double WEIGHT = 0.1;

  private double charsPerToken = FIRST_CHARS_PER_TOKEN;
  private double outputPerDag;
  private double cachedTokens;

  /**
   * @param firstOutputPerDag output tokens expected for a DAG before anything is learned
   */
  public TokenEstimator(int firstOutputPerDag) {
    if (firstOutputPerDag < 1) {
      throw new IllegalArgumentException("output per DAG must be 1 or more: " + firstOutputPerDag);
    }
    this.outputPerDag = firstOutputPerDag;
  }

  /**
   * What a call will use; the part of its input that the cache has lately provided does not count.
   *
   * @param chars characters of system and user text together
   * @param dags DAGs asked about
   */
  public synchronized TokenEstimate estimate(int chars, int dags) {
    double input = Math.max(1, chars / charsPerToken - cachedTokens);
    return new TokenEstimate((long) Math.ceil(input), (long) Math.ceil(outputPerDag * dags));
  }

  /** Takes account of what a call with these characters and DAGs has used. */
  public synchronized void learn(int chars, int dags, Usage usage) {
    long input =
        usage.inputTokens() + usage.cacheCreationInputTokens() + usage.cacheReadInputTokens();
    if (input > 0 && chars > 0) {
      charsPerToken = moved(charsPerToken, (double) chars / input);
      cachedTokens = moved(cachedTokens, (double) usage.cacheReadInputTokens());
    }
    if (usage.outputTokens() > 0 && dags > 0) {
      outputPerDag = moved(outputPerDag, (double) usage.outputTokens() / dags);
    }
  }

  /** Output tokens now expected for a DAG. */
  public synchronized double outputPerDag() {
    return outputPerDag;
  }

  private static double moved(double from, double to) {
    return from + WEIGHT * (to - from);
  }
}
