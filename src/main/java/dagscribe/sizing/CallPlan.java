package dagscribe.sizing;

import dagscribe.claude.AnswerTime;
import dagscribe.sizing.PackSize.Reason;
import java.util.Map;

/**
 * What it takes to ask for some work at so many DAGs a call. Pure; an account that was idle has a
 * minute's credit of each limit.
 */
final class CallPlan {

  /** Output costs five times as much as input with every current model. */
  private static final double OUTPUT_PRICE = 5;

  private final int dagsPerCall;
  private final double price;
  private final Map<Reason, Double> seconds;

  CallPlan(Demand demand, Account account, int dagsPerCall) {
    this.dagsPerCall = dagsPerCall;
    double calls = Math.ceil((double) demand.dags() / dagsPerCall);
    double input = calls * demand.sharedInput() + demand.dags() * demand.inputPerDag();
    double output = calls * demand.sharedOutput() + demand.dags() * demand.outputPerDag();
    double outputPerCall = demand.sharedOutput() + dagsPerCall * demand.outputPerDag();
    double latency =
        AnswerTime.FIRST_TOKEN_SECONDS + demand.secondsPerOutputToken() * outputPerCall;
    this.price = input + OUTPUT_PRICE * output;
    this.seconds =
        Map.of(
            Reason.IN_FLIGHT,
            Math.ceil(calls / account.workers()) * latency,
            Reason.REQUESTS,
            seconds(calls, account.requestsPerMinute(), account),
            Reason.INPUT_TOKENS,
            seconds(input, account.inputTokensPerMinute(), account),
            Reason.OUTPUT_TOKENS,
            seconds(output, account.outputTokensPerMinute(), account));
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

  private static double seconds(double used, double perMinute, Account account) {
    double credit = account.isIdle() ? perMinute : 0;
    return Double.isInfinite(perMinute) ? 0 : 60 * Math.max(0, used - credit) / perMinute;
  }
}
