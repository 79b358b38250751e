package dagscribe.sim;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One model as the server knows it.
 *
 * @param id the id answers carry
 * @param alias another id it is asked by
 * @param released the day it appeared, if that is known
 * @param retires the day it ends, if that is announced
 * @param limitClass models of one class share their limits
 * @param contextTokens the longest prompt
 * @param maxOutputTokens the highest max_tokens
 * @param minCacheTokens prompts shorter than this are silently not cached
 * @param tokensPerSecond median speed of writing
 * @param thorough whether its instructions leave no fact out
 */
record ModelSpec(
    String id,
    Optional<String> alias,
    Optional<LocalDate> released,
    Optional<LocalDate> retires,
    String limitClass,
    long contextTokens,
    long maxOutputTokens,
    int minCacheTokens,
    Generation generation,
    ThinkingRule thinking,
    double tokensPerSecond,
    boolean thorough) {

  /** What changed for all models from some version on. */
  enum Generation {
    /** Takes sampling parameters and a prefilled answer. */
    V4_5(true, true, 1.3),
    /** Takes sampling parameters. */
    V4_6(true, false, 1.3),
    /** From 4.7 on: neither, and a tokenizer that makes 30 % more tokens of a text. */
    V4_7(false, false, 1.0);

    final boolean sampling;
    final boolean prefill;
    final double charsPerTokenFactor;

    Generation(boolean sampling, boolean prefill, double charsPerTokenFactor) {
      this.sampling = sampling;
      this.prefill = prefill;
      this.charsPerTokenFactor = charsPerTokenFactor;
    }
  }

  /** The effort in force if none is asked for. */
  String defaultEffort() {
    return id.startsWith("claude-haiku") || id.startsWith("claude-opus") ? "medium" : "high";
  }

  /** Tokens of a text of this many characters, rounded up. */
  long tokens(long chars, double charsPerToken) {
    return (long) Math.ceil(chars / (charsPerToken * generation.charsPerTokenFactor));
  }
}
