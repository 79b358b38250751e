package dagscribe.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one answer says about one of the account's limits.
 *
 * @param limit units a minute, 0 to {@link #MAX_PER_MINUTE}
 * @param remaining units left when the server looked, perhaps rounded, 0 or more
 * @param untilFull time until the server's bucket is full again if nobody takes from it, at most
 *     days
 */
public record RateLimitView(
    @Nullable Long limit, @Nullable Long remaining, @Nullable Duration untilFull) {

  /** No account has more; a higher limit is as good as this one, and cannot be reckoned with. */
  public static final long MAX_PER_MINUTE = 1_000_000_000;

  public RateLimitView {
    if (limit != null && (limit < 0 || limit > MAX_PER_MINUTE)) {
      throw new IllegalArgumentException("a limit of " + limit);
    }
    if (remaining != null && remaining < 0) {
      throw new IllegalArgumentException(remaining + " remaining");
    }
    if (untilFull != null && untilFull.isNegative()) {
      throw new IllegalArgumentException("full in " + untilFull);
    }
  }

  /** An answer that says nothing. */
  public static final RateLimitView NONE = new RateLimitView(null, null, null);
}
