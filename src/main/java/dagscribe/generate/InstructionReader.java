package dagscribe.generate;

import dagscribe.cache.CachedInstruction;
import dagscribe.claude.Answer;
import dagscribe.claude.Price;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import dagscribe.delivery.AnswerReader;
import dagscribe.prompt.AnswerParser;
import dagscribe.prompt.Pack;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the instructions in an answer, each with its share of what the call used. What the model
 * made of a DAG alone is kept even if it is none, but refused or cut: to ask again would bring the
 * same. Thread-safe.
 */
public final class InstructionReader implements AnswerReader {

  private final String model;
  private final String promptVersion;
  private final @Nullable Price price;
  private final InstantSource clock;

  /**
   * @param model id of the model that answers
   * @param price the model's price, null if it is unknown
   */
  public InstructionReader(
      String model, String promptVersion, @Nullable Price price, InstantSource clock) {
    this.model = model;
    this.promptVersion = promptVersion;
    this.price = price;
    this.clock = clock;
  }

  @Override
  public Map<String, CachedInstruction> read(Pack pack, Answer answer) {
    Map<String, String> instructions = AnswerParser.parse(answer.text(), pack).instructions();
    CachedInstruction.Review review = instructions.isEmpty() ? review(answer) : null;
    if (review == null || pack.dagCount() > 1) {
      return shared(pack, instructions, answer.usage());
    }
    String key = pack.keysById().values().iterator().next();
    return Map.of(key, kept(answer.text(), answer.usage(), review));
  }

  private Map<String, CachedInstruction> shared(
      Pack pack, Map<String, String> instructions, Usage usage) {
    UsageShares shares = shares(pack, instructions, usage);
    Map<String, CachedInstruction> kept = new LinkedHashMap<>();
    instructions.forEach(
        (key, text) ->
            kept.put(key, kept(text, shares.next(chars(pack, key), text.length()), null)));
    return kept;
  }

  private static UsageShares shares(Pack pack, Map<String, String> instructions, Usage usage) {
    long input = instructions.keySet().stream().mapToLong(key -> chars(pack, key)).sum();
    long output = instructions.values().stream().mapToLong(String::length).sum();
    return new UsageShares(usage, input, output);
  }

  private static long chars(Pack pack, String key) {
    return pack.charsByKey().getOrDefault(key, 0);
  }

  /** Why a person must look at an answer to a DAG alone; null if nobody must. */
  private static CachedInstruction.@Nullable Review review(Answer answer) {
    if (answer.stopReason() == StopReason.REFUSAL) {
      String category = answer.refusalCategory();
      String message = "the model declined" + (category == null ? "" : ": " + category);
      return new CachedInstruction.Review(Result.ReviewReason.REFUSED.name(), message);
    }
    if (answer.stopReason() == StopReason.MAX_TOKENS) {
      String message = "cut at " + answer.usage().outputTokens() + " output tokens";
      return new CachedInstruction.Review(Result.ReviewReason.TRUNCATED.name(), message);
    }
    return null;
  }

  private CachedInstruction kept(
      String text, Usage usage, CachedInstruction.@Nullable Review review) {
    return new CachedInstruction(
        text,
        model,
        promptVersion,
        usage.inputTokens() + usage.cacheCreationInputTokens(),
        usage.outputTokens(),
        usage.cacheReadInputTokens(),
        price == null ? null : price.usd(usage),
        clock.millis(),
        review);
  }
}
