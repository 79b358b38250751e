package dagscribe.delivery;

import dagscribe.claude.Attempt;
import dagscribe.claude.CallFailure;
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
record CallAttempt(
    CallOutcome outcome,
    AccountView account,
    @Nullable Duration serverDelay,
    @Nullable Boolean shouldRetry) {

  /** An attempt that the server has ended. */
  static CallAttempt of(CallOutcome outcome, Attempt ended) {
    return new CallAttempt(outcome, ended.account(), ended.serverDelay(), ended.shouldRetry());
  }

  /** An attempt that never got to the server. */
  static CallAttempt failed(CallFailure failure) {
    return failed(new CallOutcome.Failed(failure));
  }

  /** An attempt that never got to the server. */
  static CallAttempt failed(CallOutcome.Failed failed) {
    return new CallAttempt(failed, AccountView.NONE, null, null);
  }
}
