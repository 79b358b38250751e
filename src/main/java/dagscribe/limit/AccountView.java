package dagscribe.limit;

/**
 * What one answer says about the account's limits, for all its users together.
 *
 * @param requests calls a minute
 * @param inputTokens input tokens a minute
 * @param outputTokens output tokens a minute
 */
public record AccountView(
    RateLimitView requests, RateLimitView inputTokens, RateLimitView outputTokens) {

  /** An answer without any such word. */
  public static final AccountView NONE =
      new AccountView(RateLimitView.NONE, RateLimitView.NONE, RateLimitView.NONE);
}
