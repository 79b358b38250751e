package dagscribe.claude;

/**
 * US dollars for a million tokens of one model.
 *
 * @param input input neither written to nor read from the prompt cache
 * @param output output, thinking included
 * @param cacheWrite input written to the cache for five minutes
 * @param cacheRead input read from the cache
 * @param longPromptTokens prompts above this size cost {@code longPromptFactor} times as much
 */
public record Price(
    double input,
    double output,
    double cacheWrite,
    double cacheRead,
    long longPromptTokens,
    double longPromptFactor) {
  private static final double PER = 1e6;
  private static final double NANO = 1e9;

  /** What tokens of each kind cost beside each other with every current model. */
  public static final Price TYPICAL = flat(1, 5, 1.25, 0.1);

  /** A price that does not depend on the prompt's size. */
  static Price flat(double input, double output, double cacheWrite, double cacheRead) {
    return new Price(input, output, cacheWrite, cacheRead, Long.MAX_VALUE, 1);
  }

  /** What an answer cost, in US dollars. */
  public double usd(Usage usage) {
    long prompt =
        usage.inputTokens() + usage.cacheCreationInputTokens() + usage.cacheReadInputTokens();
    double factor = prompt > longPromptTokens ? longPromptFactor : 1;
    double sum =
        usage.inputTokens() * input
            + usage.outputTokens() * output
            + usage.cacheCreationInputTokens() * cacheWrite
            + usage.cacheReadInputTokens() * cacheRead;
    return factor * sum / PER;
  }

  /**
   * What the prompt cache has saved on the input of some answers, less what writing to it cost on
   * top, in billionths of a US dollar; negative if it has only cost. Long prompts count as short.
   */
  public long cacheSavingNanoUsd(Usage usage) {
    double saved = usage.cacheReadInputTokens() * (input - cacheRead);
    double spent = usage.cacheCreationInputTokens() * (cacheWrite - input);
    return Math.round((saved - spent) / PER * NANO);
  }

  /** What an answer cost, in billionths of a US dollar. */
  public long nanoUsd(Usage usage) {
    return Math.round(usd(usage) * NANO);
  }
}
