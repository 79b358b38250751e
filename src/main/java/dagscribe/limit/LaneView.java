package dagscribe.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one answer says about one of the account's limits.
 *
 * @param limit units a minute
 * @param remaining units left when the server looked, perhaps rounded
 * @param untilFull time until the server's bucket is full again if nobody takes from it
 */
public record LaneView(
    @Nullable Long limit, @Nullable Long remaining, @Nullable Duration untilFull) {

  /** An answer that says nothing. */
  public static final LaneView NONE = new LaneView(null, null, null);
}
