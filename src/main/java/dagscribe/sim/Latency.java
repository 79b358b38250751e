package dagscribe.sim;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer takes.
 *
 * <p>The model draws a log-normal time to the first token (median 0.8 s, sigma 0.4, three to ten
 * times that for one call in fifty), adds the reading of uncached input at 50,000 tokens a second,
 * 1 to 10 s once for a schema that was not seen before, and writes at a log-normal speed around
 * that of the model.
 *
 * @param fixed the same time for every answer; null draws from the model
 */
public record Latency(@Nullable Duration fixed) {

  private static final double FIRST_TOKEN_MEDIAN_SECONDS = 0.8;
  private static final double FIRST_TOKEN_SIGMA = 0.4;
  private static final double SPEED_SIGMA = 0.2;
  private static final double TAIL_SHARE = 0.02;
  private static final double PREFILL_TOKENS_PER_SECOND = 50_000;

  /** Answers at once. */
  public static Latency none() {
    return new Latency(Duration.ZERO);
  }

  /** Every answer takes this long; its first token counts as late as its last. */
  public static Latency fixed(Duration duration) {
    return new Latency(duration);
  }

  /** Draws every answer's time from the model. */
  public static Latency modelled() {
    return new Latency(null);
  }

  /**
   * Reads {@code none}, {@code fixed:DURATION} such as {@code fixed:3s}, or {@code model}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static Latency parse(String text) {
    String word = text.strip();
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("none")) {
      return none();
    }
    if (lower.equals("model")) {
      return modelled();
    }
    if (lower.startsWith("fixed:")) {
      return fixed(Durations.parse(word.substring("fixed:".length())));
    }
    throw new IllegalArgumentException(
        "latency must be none, fixed:DURATION such as fixed:3s, or model: " + text);
  }

  /** When the first and the last token of one answer come, counted from its admission. */
  record Timing(Duration firstToken, Duration whole) {

    Timing times(int factor) {
      return new Timing(firstToken.multipliedBy(factor), whole.multipliedBy(factor));
    }
  }

  /** Draws the times of one answer. */
  Timing draw(Work work, RandomGenerator random) {
    if (fixed != null) {
      return new Timing(fixed, fixed);
    }
    double first = FIRST_TOKEN_MEDIAN_SECONDS * Dice.logNormal(FIRST_TOKEN_SIGMA, random);
    if (random.nextDouble() < TAIL_SHARE) {
      first *= random.nextDouble(3, 10);
    }
    first += work.uncachedInputTokens() / PREFILL_TOKENS_PER_SECOND;
    first += work.newSchema() ? random.nextDouble(1, 10) : 0;
    double speed = work.tokensPerSecond() * Dice.logNormal(SPEED_SIGMA, random);
    return new Timing(seconds(first), seconds(first + work.outputTokens() / speed));
  }

  /**
   * What an answer's time depends on.
   *
   * @param tokensPerSecond median speed of the model
   */
  record Work(
      double tokensPerSecond, long uncachedInputTokens, long outputTokens, boolean newSchema) {}

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
