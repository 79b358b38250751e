package dagscribe.claude;

import dagscribe.limit.AccountView;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt at a call ended, with what the server said beside it.
 *
 * @param outcome the answer or failure; its attempts are 1, or 0 if nothing was sent
 * @param account the account's limits by the headers
 * @param serverDelay how long the server asked callers to wait
 * @param shouldRetry the server's own word on repeating, which overrides the table of outcomes
 */
public record Attempt(
    MessageOutcome outcome,
    AccountView account,
    @Nullable Duration serverDelay,
    @Nullable Boolean shouldRetry) {

  /** An attempt about which the server said nothing more. */
  public static Attempt of(MessageOutcome outcome) {
    return new Attempt(outcome, AccountView.NONE, null, null);
  }
}
