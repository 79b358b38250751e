package dagscribe.claude;

/**
 * How long a call takes, from sending to the last token: 1.1 s and some milliseconds a token.
 *
 * <p>Claude Haiku 5.5 is a fit over eleven public logs of October 2026; Sonnet and Opus are speeds
 * that third parties state or guess, and whatever else counts as slow as Opus. Small samples, so
 * good for an order of magnitude.
 */
public final class AnswerTime {

  /** Until the answer begins. */
  private static final double FIRST_TOKEN_SECONDS = 1.1;

  private static final double MILLIS = 1_000;

  private AnswerTime() {}

  /** Seconds of a call with so many output tokens. */
  public static double seconds(String model, long outputTokens) {
    double secondsPerToken = ModelCatalogue.shipped().family(model).millisPerOutputToken() / MILLIS;
    return FIRST_TOKEN_SECONDS + outputTokens * secondsPerToken;
  }
}
