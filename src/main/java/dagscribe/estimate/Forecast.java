package dagscribe.estimate;

import dagscribe.claude.AnswerTime;
import dagscribe.claude.Price;
import dagscribe.claude.Usage;
import dagscribe.sizing.Limit;
import dagscribe.sizing.Limits;
import dagscribe.sizing.Load;
import dagscribe.sizing.RunTime;
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
    Limits limits) {

  /**
   * Forecasts a run.
   *
   * @param price of the candidate's model; null if it is not known
   */
  static Forecast of(
      Candidate candidate,
      SurveyTotals work,
      Packing packing,
      Limits limits,
      @Nullable Price price) {
    String model = candidate.model().model();
    Load load = packing.load(work, candidate.model(), limits);
    double secondsPerCall = AnswerTime.seconds(model, load.outputTokensPerCall());
    Map<Limit, Double> minutesBy = RunTime.minutes(load, limits, secondsPerCall);
    Limit binding = RunTime.binding(minutesBy);
    return new Forecast(
        candidate.name(),
        model,
        candidate.contentChars(),
        work.asked(),
        work.cached(),
        work.shared(),
        load.calls(),
        load.dagsPerCall(),
        load.inputTokens(),
        load.cachedInputTokens(),
        load.outputTokens(),
        price == null ? null : usd(load, price),
        binding == null ? 0 : minutesBy.get(binding),
        binding,
        minutesBy,
        limits);
  }

  // Call by call, as long prompts may cost more a token.
  private static double usd(Load load, Price price) {
    Usage mean =
        new Usage(
            load.inputTokensPerCall(),
            load.outputTokensPerCall(),
            0,
            load.cachedInputTokensPerCall());
    return load.calls() * price.usd(mean);
  }
}
