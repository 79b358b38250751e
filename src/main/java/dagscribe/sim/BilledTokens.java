package dagscribe.sim;

/**
 * LLM tokens of one or of many answers. All input is the sum of {@code input}, the two cache
 * writes, and {@code cacheRead}.
 *
 * @param input input neither written to nor read from the prompt cache
 * @param cacheWrite5m input written to the cache for five minutes
 * @param cacheWrite1h input written to the cache for an hour
 * @param cacheRead input read from the cache
 * @param output output, thinking included
 * @param thinking output that was thinking
 */
public record BilledTokens(
    long input, long cacheWrite5m, long cacheWrite1h, long cacheRead, long output, long thinking) {

  static final BilledTokens NONE = new BilledTokens(0, 0, 0, 0, 0, 0);

  BilledTokens plus(BilledTokens other) {
    return new BilledTokens(
        input + other.input,
        cacheWrite5m + other.cacheWrite5m,
        cacheWrite1h + other.cacheWrite1h,
        cacheRead + other.cacheRead,
        output + other.output,
        thinking + other.thinking);
  }

  /** What counts against the limit of input: all but cache reads. */
  long countedInput() {
    return input + cacheWrite5m + cacheWrite1h;
  }

  BilledTokens withOutput(long newOutput, long newThinking) {
    return new BilledTokens(input, cacheWrite5m, cacheWrite1h, cacheRead, newOutput, newThinking);
  }
}
