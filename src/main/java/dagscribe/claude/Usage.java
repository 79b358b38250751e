package dagscribe.claude;

import java.io.Serializable;

/**
 * Tokens that one answer was billed for, as the API counts them. All input is the sum of the three
 * input counts.
 *
 * @param inputTokens input neither written to nor read from the prompt cache
 * @param outputTokens output, thinking included
 * @param cacheCreationInputTokens input written to the prompt cache
 * @param cacheReadInputTokens input read from the prompt cache; does not count against the limits
 */
public record Usage(
    long inputTokens, long outputTokens, long cacheCreationInputTokens, long cacheReadInputTokens)
    implements Serializable {

  /** No tokens at all. */
  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage {
    if (inputTokens < 0
        || outputTokens < 0
        || cacheCreationInputTokens < 0
        || cacheReadInputTokens < 0) {
      throw new IllegalArgumentException("token counts must not be negative");
    }
  }

  /** Tokens of all kinds. */
  public long all() {
    return inputTokens + outputTokens + cacheCreationInputTokens + cacheReadInputTokens;
  }

  /** Adds up two usages. */
  public Usage plus(Usage other) {
    return plus(other, 1);
  }

  /** These and so many times others; -1 takes away what they contain. */
  public Usage plus(Usage other, int times) {
    return new Usage(
        inputTokens + times * other.inputTokens,
        outputTokens + times * other.outputTokens,
        cacheCreationInputTokens + times * other.cacheCreationInputTokens,
        cacheReadInputTokens + times * other.cacheReadInputTokens);
  }
}
