package dagscribe.cache;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One DAG's answer and what it cost. An answer that is no instruction, such as a refusal, was paid
 * for as well; it is kept so that it is not paid for again.
 *
 * <p>Backends keep it as a JSON object with these components as its fields, null ones left out; a
 * reader ignores fields it does not know.
 *
 * @param instruction the instruction, never blank; what the model wrote, if a person must look
 * @param model id of the model that wrote it
 * @param promptVersion version of the prompt template that asked for it
 * @param inputTokens this DAG's share of the call's uncached input
 * @param outputTokens this DAG's share of the call's output
 * @param cacheReadInputTokens this DAG's share of the input read from the prompt cache
 * @param costUsd this DAG's share of the call's price; null for a model without a known price
 * @param createdAtMillis when the answer arrived, in milliseconds since 1970
 * @param review why a person must look at it; null for an instruction
 */
public record CachedInstruction(
    String instruction,
    String model,
    String promptVersion,
    long inputTokens,
    long outputTokens,
    long cacheReadInputTokens,
    @Nullable Double costUsd,
    long createdAtMillis,
    @Nullable Review review) {

  /**
   * Why an answer is no instruction.
   *
   * @param reason name of the reason
   * @param message one line that explains it
   */
  public record Review(String reason, String message) {

    public Review {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(message);
    }
  }

  /** An instruction. */
  public CachedInstruction(
      String instruction,
      String model,
      String promptVersion,
      long inputTokens,
      long outputTokens,
      long cacheReadInputTokens,
      @Nullable Double costUsd,
      long createdAtMillis) {
    this(
        instruction,
        model,
        promptVersion,
        inputTokens,
        outputTokens,
        cacheReadInputTokens,
        costUsd,
        createdAtMillis,
        null);
  }

  public CachedInstruction {
    if ((instruction.isBlank() && review == null) || model.isBlank() || promptVersion.isBlank()) {
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
