package dagscribe.limit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Limits a minute of an account, each 1 or more; null where none is known.
 *
 * @param requestsPerMinute calls
 * @param inputTokensPerMinute uncached input
 * @param outputTokensPerMinute output, thinking included
 */
public record AccountLimits(
    @Nullable Long requestsPerMinute,
    @Nullable Long inputTokensPerMinute,
    @Nullable Long outputTokensPerMinute)
    implements Serializable {

  /** None is set, so that all are learned from the server. */
  public static final AccountLimits LEARNED = new AccountLimits(null, null, null);

  public AccountLimits {
    requirePositive("requestsPerMinute", requestsPerMinute);
    requirePositive("inputTokensPerMinute", inputTokensPerMinute);
    requirePositive("outputTokensPerMinute", outputTokensPerMinute);
  }

  /** These, and others where they are not known. */
  public AccountLimits orElse(AccountLimits others) {
    return new AccountLimits(
        either(requestsPerMinute, others.requestsPerMinute),
        either(inputTokensPerMinute, others.inputTokensPerMinute),
        either(outputTokensPerMinute, others.outputTokensPerMinute));
  }

  /** The limit of this kind; null if none is known, or it is none a minute. */
  public @Nullable Long of(Limit limit) {
    return switch (limit) {
      case REQUESTS -> requestsPerMinute;
      case INPUT_TOKENS -> inputTokensPerMinute;
      case OUTPUT_TOKENS -> outputTokensPerMinute;
      case CALLS_IN_FLIGHT -> null;
    };
  }

  private static @Nullable Long either(@Nullable Long one, @Nullable Long other) {
    return one == null ? other : one;
  }

  private static void requirePositive(String name, @Nullable Long value) {
    if (value != null && value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + value);
    }
  }
}
