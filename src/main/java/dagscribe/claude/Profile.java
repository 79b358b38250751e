package dagscribe.claude;

import dagscribe.claude.ModelSettings.Effort;
import dagscribe.claude.ModelSettings.Thinking;

/** What a pass is worth: a model with its parameters, and how much of a DAG it is shown. */
public enum Profile {
  /** The cheapest model without thinking. */
  SPEED(new ModelSettings("claude-haiku-5-5", Thinking.DISABLED, Effort.LOW, 2_048), 4_000),
  /** The cheapest model, thinking as much as it finds useful. */
  BALANCED(new ModelSettings("claude-haiku-5-5", Thinking.ADAPTIVE, Effort.MEDIUM, 12_000), 12_000),
  /** The best model for the price; it always thinks, so its cap must hold thinking and text. */
  QUALITY(new ModelSettings("claude-opus-5-5", Thinking.ADAPTIVE, Effort.MEDIUM, 16_000), 24_000);

  // A record of immutable parts, which the checker cannot see without its annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private final ModelSettings settings;

  private final int contentChars;

  Profile(ModelSettings settings, int contentChars) {
    this.settings = settings;
    this.contentChars = contentChars;
  }

  /** Model and parameters. */
  public ModelSettings settings() {
    return settings;
  }

  /** Characters of DAG source sent for each DAG, after compaction. */
  public int contentChars() {
    return contentChars;
  }
}
