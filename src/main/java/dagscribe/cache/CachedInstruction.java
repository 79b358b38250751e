package dagscribe.cache;

import org.jspecify.annotations.Nullable;

/**
 * One DAG's answer and what it cost.
 *
 * <p>Backends keep it as a JSON object with these components as its fields, the cost left out if it
 * is not known; a reader ignores fields it does not know.
 *
 * @param instruction the instruction; never blank
 * @param model id of the model that wrote it
 * @param promptVersion version of the prompt template that asked for it
 * @param inputTokens this DAG's share of the call's uncached input
 * @param outputTokens this DAG's share of the call's output
 * @param cacheReadInputTokens this DAG's share of the input read from the prompt cache
 * @param costUsd this DAG's share of the call's price; null for a model without a known price
 * @param createdAtMillis when the answer arrived, in milliseconds since 1970
 */
public record CachedInstruction(
    String instruction,
    String model,
    String promptVersion,
    long inputTokens,
    long outputTokens,
    long cacheReadInputTokens,
    @Nullable Double costUsd,
    long createdAtMillis) {

  public CachedInstruction {
    if (instruction.isBlank() || model.isBlank() || promptVersion.isBlank()) {
      throw new IllegalArgumentException("instruction, model and promptVersion must not be blank");
    }
    if (inputTokens < 0 || outputTokens < 0 || cacheReadInputTokens < 0) {
      throw new IllegalArgumentException("token counts must not be negative");
    }
    if (costUsd != null && !(costUsd >= 0)) {
      throw new IllegalArgumentException("costUsd must be 0 or more: " + costUsd);
    }
  }
}
