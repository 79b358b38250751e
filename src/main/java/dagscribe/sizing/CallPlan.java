package dagscribe.sizing;

import dagscribe.claude.AnswerTime;
import dagscribe.claude.ExpectedOutput;
import dagscribe.claude.Models;
import dagscribe.claude.Price;
import dagscribe.claude.Usage;
import dagscribe.limit.Limit;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to ask for some work at so many DAGs a call: the calls, their tokens, their time
 * and their price. A run sizes its prompts by it, and an estimate is made of it.
 *
 * <p>The calls are as few as the two limits of a prompt allow, DAGs and input tokens. A run may
 * make a few more: it packs chunk by chunk, and asks again alone what an answer lacks. The time is
 * that of the slowest limit alone, at steady rates; that a run starts slowly is left out.
 *
 * @param calls how many
 * @param dagsPerCall most DAGs in one of them
 * @param inputTokens uncached input of all
 * @param cachedInputTokens input of all that is read from the prompt cache, which counts against no
 *     limit
 * @param outputTokens output of all, thinking included
 * @param minutesBy how long they take by each limit alone
 */
public record CallPlan(
    long calls,
    int dagsPerCall,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    Map<Limit, Double> minutesBy) {

  private static final double SECONDS_PER_MINUTE = 60;

  /** Plans some work. */
  public static CallPlan of(Workload work, Capacity capacity, int dagsPerCall) {
    PromptFrame frame = work.frame();
    String model = work.model().model();
    long calls = calls(work, dagsPerCall);
    boolean isCached = Models.keepsInPromptCache(model, frame.systemChars());
    double system = (double) calls * frame.systemChars() / work.charsPerToken();
    double rest = ((double) calls * frame.schemaChars() + work.chars()) / work.charsPerToken();
    long input = (long) Math.ceil(isCached ? rest : rest + system);
    long output =
        (long) Math.ceil(work.dags() * work.outputPerDag())
            + ExpectedOutput.thinking(work.model(), calls);
    double secondsPerCall = AnswerTime.seconds(model, each(output, calls));
    return new CallPlan(
        calls,
        dagsPerCall,
        input,
        isCached ? (long) Math.ceil(system) : 0,
        output,
        minutesBy(calls, input, output, secondsPerCall, capacity));
  }

  private static long calls(Workload work, int dagsPerCall) {
    PromptFrame frame = work.frame();
    double roomChars =
        frame.maxInputTokens() * work.charsPerToken() - frame.systemChars() - frame.schemaChars();
    long byDags = (work.dags() + dagsPerCall - 1) / dagsPerCall;
    long bySize = (long) Math.ceil(work.chars() / roomChars);
    return Math.min(work.dags(), Math.max(byDags, bySize));
  }

  private static Map<Limit, Double> minutesBy(
      long calls, long input, long output, double secondsPerCall, Capacity capacity) {
    // Not less than one call takes, however many may be in flight.
    double rounds = Math.ceil((double) calls / capacity.callsInFlight());
    Map<Limit, Double> minutes = new EnumMap<>(Limit.class);
    minutes.put(Limit.REQUESTS, minutes(calls, Limit.REQUESTS, capacity));
    minutes.put(Limit.INPUT_TOKENS, minutes(input, Limit.INPUT_TOKENS, capacity));
    minutes.put(Limit.OUTPUT_TOKENS, minutes(output, Limit.OUTPUT_TOKENS, capacity));
    minutes.put(Limit.CALLS_IN_FLIGHT, rounds * secondsPerCall / SECONDS_PER_MINUTE);
    return minutes;
  }

  private static double minutes(long used, Limit limit, Capacity capacity) {
    Long perMinute = capacity.limits().of(limit);
    if (perMinute == null) {
      return 0;
    }
    long credit = capacity.isIdle() ? perMinute : 0;
    return (double) Math.max(0, used - credit) / perMinute;
  }

  /** How long it takes. */
  public double minutes() {
    Limit binding = binding();
    return binding == null ? 0 : minutesBy.get(binding);
  }

  /** The limit that takes longest; null if nothing takes any time. */
  public @Nullable Limit binding() {
    return minutesBy.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /** What it costs, in US dollars; call by call, as long prompts may cost more a token. */
  public double usd(Price price) {
    Usage mean =
        new Usage(
            each(inputTokens, calls), each(outputTokens, calls), 0, each(cachedInputTokens, calls));
    return calls * price.usd(mean);
  }

  /** Tokens of the mean call, rounded up. */
  private static long each(long tokens, long calls) {
    return calls == 0 ? 0 : (tokens + calls - 1) / calls;
  }
}
