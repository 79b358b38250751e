package dagscribe.claude;

/**
 * Tokens a call is expected to use.
 *
 * @param inputTokens uncached input
 * @param outputTokens output
 */
public record TokenEstimate(long inputTokens, long outputTokens) {

  public TokenEstimate {
    if (inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException("token estimates must not be negative");
    }
  }
}
