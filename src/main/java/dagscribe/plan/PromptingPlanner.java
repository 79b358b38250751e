package dagscribe.plan;

import dagscribe.claude.ModelChoice;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Models;
import dagscribe.claude.Profile;
import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;

/** Turns options into what is asked: the model, and how much it is shown at once. */
final class PromptingPlanner {

  private PromptingPlanner() {}

  static Profile profile(RunConfig.Prompting prompting) {
    return Profile.valueOf(prompting.profile().name());
  }

  /**
   * Model and parameters.
   *
   * @throws UsageException if the model is known not to answer
   */
  static ModelSettings model(RunConfig.Prompting prompting) {
    ModelSettings model = ModelChoice.of(profile(prompting), prompting.model());
    Models.problem(model)
        .ifPresent(
            problem -> {
              throw new UsageException("--model=" + model.model() + ": " + problem);
            });
    return model;
  }

  /** Characters of source sent for each DAG. */
  static int contentChars(RunConfig.Prompting prompting) {
    Integer given = prompting.contentChars();
    return given == null ? profile(prompting).contentChars() : given;
  }

  /** DAGs in a prompt, at most; 0 leaves the number to the work and the account. */
  static int dagsPerCall(RunConfig.Prompting prompting) {
    Integer given = prompting.dagsPerCall();
    return given == null ? 0 : given;
  }
}
