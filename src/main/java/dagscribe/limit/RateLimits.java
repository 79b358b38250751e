package dagscribe.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The three limits a minute, taken together. Not thread-safe. */
final class RateLimits {
  private static final long ONE_CALL = 1;

  private final RateLimit requests;
  private final RateLimit input;
  private final RateLimit output;
  private final ServedRate served;
  private boolean isServerTelling;

  RateLimits(LimiterSettings settings, Ticker ticker, Quota quota) {
    requests = new RateLimit(Limit.REQUESTS, settings.limits().requestsPerMinute(), ticker, quota);
    input =
        new RateLimit(Limit.INPUT_TOKENS, settings.limits().inputTokensPerMinute(), ticker, quota);
    output =
        new RateLimit(
            Limit.OUTPUT_TOKENS, settings.limits().outputTokensPerMinute(), ticker, quota);
    served = new ServedRate(ticker.nanos());
  }

  /** This process has so much of the operator's limits, above 0 and at most 1. */
  void keepTo(double part) {
    requests.keepTo(part);
    input.keepTo(part);
    output.keepTo(part);
  }

  long nanosUntil(long inputTokens, long outputTokens) {
    long forTokens = Math.max(input.nanosUntil(inputTokens), output.nanosUntil(outputTokens));
    return Math.max(requests.nanosUntil(ONE_CALL), forTokens);
  }

  /** The rate for which a call would wait longest; null if it need not. */
  @Nullable Limit binding(long inputTokens, long outputTokens) {
    long forInput = input.nanosUntil(inputTokens);
    long forOutput = output.nanosUntil(outputTokens);
    long longest = nanosUntil(inputTokens, outputTokens);
    if (longest <= 0) {
      return null;
    } else if (longest == forInput) {
      return Limit.INPUT_TOKENS;
    }
    return longest == forOutput ? Limit.OUTPUT_TOKENS : Limit.REQUESTS;
  }

  void reserve(long inputTokens, long outputTokens) {
    requests.reserve(ONE_CALL);
    input.reserve(inputTokens);
    output.reserve(outputTokens);
  }

  void settle(Permit permit, long inputTokens, long outputTokens) {
    input.settle(permit.inputTokens(), inputTokens);
    output.settle(permit.outputTokens(), outputTokens);
  }

  void served(Duration latency, long nowNanos) {
    served.served(nowNanos);
    requests.answered(latency);
    input.answered(latency);
    output.answered(latency);
  }

  void learn(AccountView view, long sentNanos) {
    isServerTelling |= tells(view.requests()) || tells(view.inputTokens());
    requests.learn(view.requests(), sentNanos);
    input.learn(view.inputTokens(), sentNanos);
    output.learn(view.outputTokens(), sentNanos);
  }

  /**
   * The server refused this call for its rate; what it said with the refusal may explain that.
   *
   * @param serverDelay how long it told callers to wait; null if it said nothing
   */
  void refused(Permit permit, @Nullable Duration serverDelay, long nowNanos) {
    double rate = served.perMinute(nowNanos);
    if (areUntold(permit.view()) && rate >= 1) {
      requests.guess(rate);
      return;
    }
    AccountView view = permit.view();
    boolean requestsLack = lacks(requests, view.requests(), ONE_CALL, serverDelay);
    boolean inputLacks = lacks(input, view.inputTokens(), permit.inputTokens(), serverDelay);
    boolean outputLacks = lacks(output, view.outputTokens(), permit.outputTokens(), serverDelay);
    if (requestsLack || inputLacks || outputLacks) {
      return;
    }
    // Enough of everything remains, so the server minds how closely calls follow each other.
    requests.refused();
    if (view.inputTokens().remaining() == null) {
      input.refused();
    }
    if (view.outputTokens().remaining() == null) {
      output.refused();
    }
  }

  /** Whether neither this answer nor any before it has told a limit. */
  boolean areUntold(AccountView view) {
    return requests.isUntold() && view.equals(AccountView.NONE);
  }

  /** Calls a minute that a guess allows now; infinite without a guess. */
  double guessedPace(long nowNanos) {
    return requests.guessedPace(nowNanos);
  }

  /** Takes back a limit that was guessed from refusals that are no sign of one. */
  void forgetGuess() {
    requests.forgetGuess();
  }

  /** Whether any limit is known, so that a refusal for rate can be answered by pace alone. */
  boolean areKnown() {
    return !known().equals(AccountLimits.LEARNED);
  }

  /** Whether the server tells its limits, so that latency need not be read as a sign of them. */
  boolean isServerTelling() {
    return isServerTelling;
  }

  /** The limits in force. */
  AccountLimits known() {
    return new AccountLimits(requests.perMinute(), input.perMinute(), output.perMinute());
  }

  private static boolean tells(RateLimitView view) {
    return view.limit() != null;
  }

  private static boolean lacks(
      RateLimit rate, RateLimitView view, long price, @Nullable Duration serverDelay) {
    boolean lacks = view.remaining() != null && view.remaining() < Math.max(1, price);
    if (lacks && serverDelay != null) {
      rate.lacked(price, serverDelay);
    }
    return lacks;
  }
}
