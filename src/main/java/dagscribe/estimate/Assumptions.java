package dagscribe.estimate;

import dagscribe.claude.ExpectedOutput;
import dagscribe.claude.Prices;
import dagscribe.limit.AccountLimits;
import dagscribe.sizing.Capacity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a forecast rests on, in sentences for an operator. */
final class Assumptions {

  private Assumptions() {}

  static List<String> of(Plan plan, double charsPerToken, List<Forecast> forecasts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(tokens(charsPerToken));
    sentences.add(speed(plan, plan.options().get(0).capacity()));
    sentences.add(
        "Prices are Anthropic's list of "
            + Prices.AS_OF
            + ", for answers that all succeed; a model that is not in it has no known price.");
    cap(plan, forecasts.get(0), sentences);
    return List.copyOf(sentences);
  }

  private static String tokens(double charsPerToken) {
    return String.format(
        Locale.ROOT,
        "%.1f characters an input token, %d output tokens a DAG; where the model"
            + " thinks, %,d more a call (a guess, at worst for each DAG).",
        charsPerToken,
        ExpectedOutput.INSTRUCTION,
        ExpectedOutput.THINKING);
  }

  private static String speed(Plan plan, Capacity capacity) {
    AccountLimits limits = capacity.limits();
    return String.format(
        Locale.ROOT,
        "A minute has %,d requests, %,d input and %,d output tokens (%s), and %d calls are in"
            + " flight.",
        limits.requestsPerMinute(),
        limits.inputTokensPerMinute(),
        limits.outputTokensPerMinute(),
        plan.limitsSource(),
        capacity.callsInFlight());
  }

  private static void cap(Plan plan, Forecast first, List<String> sentences) {
    BigDecimal cap = plan.maxCostUsd();
    Double cost = first.costUsd();
    if (cap != null && cost != null && cost > cap.doubleValue()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "--maxCostUsd=%s pays for about %,d of %,d DAGs; the rest would be deferred.",
              cap.toPlainString(),
              (long) Math.floor(first.asked() * cap.doubleValue() / cost),
              first.asked()));
    }
  }
}
