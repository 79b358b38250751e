package dagscribe.generate;

import dagscribe.generate.PackSize.Reason;
import java.util.Map;

/**
 * What it takes to ask for some work at so many DAGs a call. Pure; an account that was idle has a
 * minute's credit of each limit.
 */
final class CallPlan {

  /** Seconds until an answer begins, of the current small model as far as is known. */
  private static final double FIRST_TOKEN_SECONDS = 1.1;

  private static final double SECONDS_PER_OUTPUT_TOKEN = 0.0044;

  /** Output costs five times as much as input with every current model. */
  private static final double OUTPUT_PRICE = 5;

  private final int dagsPerCall;
  private final double price;
  private final Map<Reason, Double> seconds;

  CallPlan(Work work, Account account, int dagsPerCall) {
    this.dagsPerCall = dagsPerCall;
    double calls = Math.ceil((double) work.dags() / dagsPerCall);
    double input = calls * work.sharedInput() + work.dags() * work.inputPerDag();
    double output = calls * work.sharedOutput() + work.dags() * work.outputPerDag();
    double outputPerCall = work.sharedOutput() + dagsPerCall * work.outputPerDag();
    double latency = FIRST_TOKEN_SECONDS + SECONDS_PER_OUTPUT_TOKEN * outputPerCall;
    this.price = input + OUTPUT_PRICE * output;
    this.seconds =
        Map.of(
            Reason.IN_FLIGHT,
            Math.ceil(calls / account.workers()) * latency,
            Reason.REQUESTS,
            beyondCredit(calls, account.requestsPerMinute()),
            Reason.INPUT_TOKENS,
            beyondCredit(input, account.inputTokensPerMinute()),
            Reason.OUTPUT_TOKENS,
            beyondCredit(output, account.outputTokensPerMinute()));
  }

  int dagsPerCall() {
    return dagsPerCall;
  }

  /** Seconds that the work takes. */
  double seconds() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** What it costs, in units of the price of an input token. */
  double price() {
    return price;
  }

  /** What the time is due to. */
  Reason binding() {
    return seconds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private static double beyondCredit(double used, double perMinute) {
    return Double.isInfinite(perMinute) ? 0 : 60 * Math.max(0, used - perMinute) / perMinute;
  }
}
