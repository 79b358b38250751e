package dagscribe.claude;

import dagscribe.claude.ModelSettings.Effort;
import dagscribe.claude.ModelSettings.Thinking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fits the parameters of a profile to a model that an operator chose instead of the profile's. */
public final class ModelChoice {

  /** From the way of thinking that costs least to the one that costs most. */
  private static final List<Thinking> CHEAPEST_FIRST =
      List.of(Thinking.DISABLED, Thinking.BETWEEN_TOOLS, Thinking.ADAPTIVE, Thinking.OMIT);

  private ModelChoice() {}

  /**
   * Parameters that the model accepts, as near to the profile's as can be. A model that is not in
   * {@link Models} gets neither thinking nor effort: other servers may not know them.
   */
  public static ModelSettings of(Profile profile, @Nullable String model) {
    ModelSettings wanted = profile.settings();
    if (model == null || model.equals(wanted.model())) {
      return wanted;
    }
    return Models.facts(model)
        .map(facts -> fitted(wanted, model, facts))
        .orElseGet(() -> new ModelSettings(model, Thinking.OMIT, null, wanted.maxTokens()));
  }

  private static ModelSettings fitted(ModelSettings wanted, String model, ModelFacts facts) {
    Thinking thinking =
        facts.thinking().contains(wanted.thinking()) ? wanted.thinking() : cheapest(facts);
    Effort effort = wanted.effort();
    boolean accepted = effort != null && facts.efforts().contains(effort);
    return new ModelSettings(
        model,
        thinking,
        accepted ? effort : null,
        Math.min(wanted.maxTokens(), facts.maxOutputTokens()));
  }

  private static Thinking cheapest(ModelFacts facts) {
    return CHEAPEST_FIRST.stream()
        .filter(facts.thinking()::contains)
        .findFirst()
        .orElse(Thinking.OMIT);
  }
}
