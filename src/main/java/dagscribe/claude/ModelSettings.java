package dagscribe.claude;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What every request of a run has in common; part of the cache key.
 *
 * @param model the model's id, free-form for servers other than Anthropic's
 * @param thinking how the model may think; thinking is billed as output
 * @param effort the effort asked for; null leaves it out, for models that have none
 * @param maxTokens hard cap on thinking and text together; 0 has the prompt read, and cached, and
 *     no answer written
 */
public record ModelSettings(String model, Thinking thinking, @Nullable Effort effort, int maxTokens)
    implements Serializable {

  /** How the model may think. */
  public enum Thinking {
    ADAPTIVE,
    DISABLED,
    BETWEEN_TOOLS,
    /** The field is left out, for servers that do not know it. */
    OMIT
  }

  /** How much work the model puts in. */
  public enum Effort {
    LOW,
    MEDIUM,
    HIGH,
    XHIGH,
    MAX
  }

  public ModelSettings {
    if (model.isBlank()) {
      throw new IllegalArgumentException("model must not be blank");
    }
    if (maxTokens < 0) {
      throw new IllegalArgumentException("maxTokens must be 0 or more: " + maxTokens);
    }
  }
}
