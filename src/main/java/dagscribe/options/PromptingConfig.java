package dagscribe.options;

import dagscribe.claude.ModelChoice;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Models;
import dagscribe.claude.Profile;
import java.util.Locale;
import java.util.Objects;

/**
 * What is asked.
 *
 * @param profile what decides what the other options leave open
 * @param model model and parameters
 * @param dagsPerCall DAGs in one prompt, 1..20; 0 leaves the number to the work and the account
 * @param contentChars characters of source sent for each DAG, 500..200000
 */
public record PromptingConfig(
    Profile profile, ModelSettings model, int dagsPerCall, int contentChars) {

  /**
   * Parses the options.
   *
   * @throws UsageException if the model is known not to answer
   */
  static PromptingConfig from(AskingOptions options) {
    Profile profile = Profile.valueOf(options.getProfile().toUpperCase(Locale.ROOT));
    return new PromptingConfig(
        profile,
        model(profile, options.getModel()),
        Objects.requireNonNullElse(Numbers.integer(options.getDagsPerCall()), 0),
        Objects.requireNonNullElse(
            Numbers.integer(options.getContentChars()), profile.contentChars()));
  }

  private static ModelSettings model(Profile profile, String given) {
    ModelSettings model = ModelChoice.of(profile, given.equals("profile") ? null : given);
    Models.problem(model)
        .ifPresent(
            problem -> {
              throw new UsageException("--model=" + model.model() + ": " + problem);
            });
    return model;
  }
}
