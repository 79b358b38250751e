package dagscribe.claude;

import dagscribe.claude.ModelSettings.Effort;
import dagscribe.claude.ModelSettings.Thinking;
import dagscribe.limit.AccountLimits;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Anthropic's models at {@link Prices#AS_OF}: which are current and what they accept, and which are
 * retired. An id in neither list is passed on as it is; other servers have ids of their own.
 */
public final class Models {
  /** English has fewer characters a token than this. */
  private static final double MOST_CHARS_PER_TOKEN = 5;

  private static final Set<Effort> TO_HIGH = EnumSet.range(Effort.LOW, Effort.HIGH);

  private Models() {}

  /** What a current model accepts; empty for an id that is not in the table. */
  public static Optional<ModelFacts> facts(String model) {
    return ModelCatalogue.shipped()
        .model(model)
        .map(ModelCatalogue.Model::accepts)
        .map(ModelCatalogue.Accepts::facts);
  }

  /**
   * Whether a model keeps a text of so many characters in its prompt cache, taking it for the
   * fewest tokens that English can be; false for an id that is not in the table.
   */
  public static boolean keepsInPromptCache(String model, int chars) {
    double tokens = chars / MOST_CHARS_PER_TOKEN;
    return facts(model).map(facts -> tokens >= facts.minCacheTokens()).orElse(false);
  }

  /**
   * The limits of Anthropic's Start tier, the lowest with published numbers, which is narrower for
   * the Fable models. Source: the rate limits page of Anthropic's documentation, September 2026.
   */
  public static AccountLimits startTier(String model) {
    return ModelCatalogue.shipped().family(model).startTier();
  }

  /** The model that took the place of a retired one; empty if the id is not known as retired. */
  public static Optional<String> successorOfRetired(String model) {
    return ModelCatalogue.shipped().successorOfRetired(model);
  }

  /**
   * Why Anthropic's API would refuse these settings, in one sentence for an operator; empty if
   * nothing is known against them.
   */
  public static Optional<String> problem(ModelSettings settings) {
    Optional<String> successor = successorOfRetired(settings.model());
    if (successor.isPresent()) {
      return Optional.of(
          settings.model() + " is retired and no longer answers; use " + successor.get());
    }
    return facts(settings.model()).flatMap(facts -> problem(settings, facts));
  }

  private static Optional<String> problem(ModelSettings settings, ModelFacts facts) {
    Thinking thinking = settings.thinking();
    Effort effort = settings.effort();
    if (thinking != Thinking.OMIT && !facts.thinking().contains(thinking)) {
      return refusal(settings, "thinking " + thinking, facts.thinking());
    }
    if (effort != null && !facts.efforts().contains(effort)) {
      return refusal(settings, "effort " + effort, facts.efforts());
    }
    if (effort != null
        && thinking == Thinking.DISABLED
        && !facts.disabledEfforts().contains(effort)) {
      return refusal(settings, "effort " + effort + " without thinking", facts.disabledEfforts());
    }
    if (effort != null && thinking == Thinking.BETWEEN_TOOLS && !TO_HIGH.contains(effort)) {
      return refusal(settings, "effort " + effort + " with " + thinking, TO_HIGH);
    }
    if (settings.maxTokens() > facts.maxOutputTokens()) {
      return Optional.of(
          settings.model() + " gives at most " + facts.maxOutputTokens() + " output tokens");
    }
    return Optional.empty();
  }

  private static Optional<String> refusal(ModelSettings settings, String what, Set<?> accepted) {
    return Optional.of(settings.model() + " does not accept " + what + "; it accepts " + accepted);
  }
}
