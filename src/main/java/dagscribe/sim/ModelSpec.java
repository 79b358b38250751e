package dagscribe.sim;

import java.util.Optional;

/**
 * One model as the server knows it.
 *
 * @param id the id answers carry
 * @param alias another id it is asked by
 * @param limitClass models of one class share their limits
 * @param contextTokens the longest prompt
 * @param maxOutputTokens the highest max_tokens
 * @param minCacheTokens prompts shorter than this are silently not cached
 * @param charsPerTokenFactor how much longer its tokens are than those of the tokenizer of 4.7 and
 *     later, which makes 30 % more tokens of a text
 * @param tokensPerSecond median speed of writing
 * @param thorough whether its instructions leave no fact out
 */
record ModelSpec(
    String id,
    Optional<String> alias,
    String limitClass,
    long contextTokens,
    long maxOutputTokens,
    int minCacheTokens,
    double charsPerTokenFactor,
    ThinkingRule thinking,
    double tokensPerSecond,
    boolean thorough) {

  /** The effort in force if none is asked for. */
  String defaultEffort() {
    return id.startsWith("claude-haiku") || id.startsWith("claude-opus") ? "medium" : "high";
  }

  /** Tokens of a text of this many characters, rounded up. */
  long tokens(long chars, double charsPerToken) {
    return (long) Math.ceil(chars / (charsPerToken * charsPerTokenFactor));
  }
}
