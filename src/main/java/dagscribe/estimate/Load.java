package dagscribe.estimate;

/**
 * Calls and the tokens in all of them.
 *
 * @param inputTokens uncached input
 * @param outputTokens output, thinking included
 */
record Load(long calls, long inputTokens, long outputTokens) {

  Load {
    if (calls < 0 || inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException("a load must not be negative");
    }
  }

  /** Input tokens of the mean call, rounded up. */
  long inputTokensPerCall() {
    return perCall(inputTokens);
  }

  /** Output tokens of the mean call, rounded up. */
  long outputTokensPerCall() {
    return perCall(outputTokens);
  }

  private long perCall(long tokens) {
    return calls == 0 ? 0 : (tokens + calls - 1) / calls;
  }
}
