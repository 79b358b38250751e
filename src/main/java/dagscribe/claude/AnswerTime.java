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
  public static final double FIRST_TOKEN_SECONDS = 1.1;

  private static final double HAIKU_SECONDS_PER_TOKEN = 0.0044;
  private static final double SONNET_SECONDS_PER_TOKEN = 1.0 / 100;
  private static final double OTHER_SECONDS_PER_TOKEN = 1.0 / 60;

  private AnswerTime() {}

  /** Seconds of a call with so many output tokens. */
  public static double seconds(String model, long outputTokens) {
    return FIRST_TOKEN_SECONDS + outputTokens * secondsPerToken(model);
  }

  /** Seconds of one output token. */
  public static double secondsPerToken(String model) {
    if (model.startsWith("claude-haiku")) {
      return HAIKU_SECONDS_PER_TOKEN;
    }
    return model.startsWith("claude-sonnet") ? SONNET_SECONDS_PER_TOKEN : OTHER_SECONDS_PER_TOKEN;
  }
}
