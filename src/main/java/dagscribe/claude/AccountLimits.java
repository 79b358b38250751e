package dagscribe.claude;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Limits a minute that an operator sets; null ones are learned from the server, and none is used
 * above what the server allows.
 */
public record AccountLimits(
    @Nullable Long requestsPerMinute,
    @Nullable Long inputTokensPerMinute,
    @Nullable Long outputTokensPerMinute)
    implements Serializable {

  /** All learned. */
  public static final AccountLimits LEARNED = new AccountLimits(null, null, null);

  /**
   * The limits of Anthropic's Start tier, the lowest with published numbers, which is narrower for
   * the Fable models. Source: the rate limits page of Anthropic's documentation, September 2026.
   */
  public static AccountLimits startTier(String model) {
    return ModelCatalogue.shipped().family(model).startTier();
  }
}
