package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid request for a message.
 *
 * @param maxTokens cap on thinking and text together; 0 only fills the prompt cache
 * @param thinking the type of thinking in force
 * @param effort the effort in force
 * @param prompt the whole prompt: format, system, messages
 * @param userText the text of the messages
 * @param schema the JSON schema of the answer; null asks for none
 * @param contentHash the same for requests that are equal but for the marker of their blocks
 */
record MessageCall(
    ModelSpec model,
    long maxTokens,
    String thinking,
    String effort,
    List<PromptBlock> prompt,
    String userText,
    @Nullable JsonNode schema,
    long contentHash) {

  MessageCall {
    prompt = List.copyOf(prompt);
  }

  /** Tokens of the whole prompt. */
  long promptTokens(double charsPerToken) {
    long chars = prompt.stream().mapToLong(block -> block.text().length()).sum();
    return model.tokens(chars, charsPerToken);
  }
}
