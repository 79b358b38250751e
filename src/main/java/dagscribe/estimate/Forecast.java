package dagscribe.estimate;

import dagscribe.claude.Prices;
import dagscribe.limit.Limit;
import dagscribe.sizing.CallPlan;
import dagscribe.sizing.Capacity;
import dagscribe.sizing.PackSizer;
import dagscribe.sizing.Workload;
import dagscribe.totals.SurveyTotals;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run would come to with one candidate.
 *
 * @param name the candidate
 * @param model id of the model
 * @param contentChars budget of source sent for each DAG, in characters
 * @param asked DAGs to ask about
 * @param cached DAGs whose answer is in the cache
 * @param shared DAGs that are shortened to the same text as another and share its answer
 * @param calls calls to make
 * @param dagsPerCall most DAGs in one of them
 * @param inputTokens uncached input of all calls
 * @param cachedInputTokens input that all calls read from the server's prompt cache
 * @param outputTokens output of all calls, thinking included
 * @param costUsd price of these tokens; null for a model without a known price
 * @param minutes how long it takes
 * @param boundBy the limit that makes it take so long; null if there is nothing to ask
 * @param minutesBy how long it takes by each limit alone
 * @param limits the limits
 */
public record Forecast(
    String name,
    String model,
    int contentChars,
    long asked,
    long cached,
    long shared,
    long calls,
    int dagsPerCall,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    @Nullable Double costUsd,
    double minutes,
    @Nullable Limit boundBy,
    Map<Limit, Double> minutesBy,
    Capacity limits) {

  /**
   * Forecasts a run.
   *
   * @param dagsPerCall most DAGs in a prompt; 0 leaves the number to the work and the account
   * @param survey what was measured for the candidate
   */
  static Forecast of(Plan.Option option, int dagsPerCall, SurveyTotals survey, Workload work) {
    Candidate candidate = option.candidate();
    Capacity capacity = option.capacity();
    CallPlan calls =
        CallPlan.of(
            work, capacity, dagsPerCall > 0 ? dagsPerCall : PackSizer.best(work, capacity).dags());
    String model = candidate.model().model();
    return new Forecast(
        candidate.name(),
        model,
        candidate.contentChars(),
        survey.asked(),
        survey.cached(),
        survey.shared(),
        calls.calls(),
        calls.dagsPerCall(),
        calls.inputTokens(),
        calls.cachedInputTokens(),
        calls.outputTokens(),
        Prices.of(model).map(calls::usd).orElse(null),
        calls.minutes(),
        calls.binding(),
        calls.minutesBy(),
        capacity);
  }
}
