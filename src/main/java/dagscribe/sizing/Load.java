package dagscribe.sizing;

/**
 * Calls and the tokens in all of them.
 *
 * @param dagsPerCall most DAGs in one of them
 * @param inputTokens uncached input
 * @param cachedInputTokens input read from the prompt cache
 * @param outputTokens output, thinking included
 */
public record Load(
    long calls, int dagsPerCall, long inputTokens, long cachedInputTokens, long outputTokens) {

  public Load {
    if (calls < 0 || inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException("a load must not be negative");
    }
  }

  /** Input tokens of the mean call, rounded up. */
  public long inputTokensPerCall() {
    return perCall(inputTokens);
  }

  /** Input read from the prompt cache by the mean call, rounded up. */
  public long cachedInputTokensPerCall() {
    return perCall(cachedInputTokens);
  }

  /** Output tokens of the mean call, rounded up. */
  public long outputTokensPerCall() {
    return perCall(outputTokens);
  }

  private long perCall(long tokens) {
    return calls == 0 ? 0 : (tokens + calls - 1) / calls;
  }
}
