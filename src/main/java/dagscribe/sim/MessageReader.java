package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a call of a body that keeps all rules. */
final class MessageReader {

  private final RequestBody body;
  private final List<PromptBlock> prompt = new ArrayList<>();
  private final StringBuilder userText = new StringBuilder();

  private MessageReader(RequestBody body) {
    this.body = body;
  }

  static MessageCall read(RequestBody body) {
    return new MessageReader(body).read();
  }

  private MessageCall read() {
    JsonNode schema = body.at("output_config", "format", "schema");
    readPrompt(schema);
    return new MessageCall(
        body.model(),
        body.at("max_tokens").asLong(),
        ThinkingRules.typeOf(body),
        body.at("output_config", "effort").asText(body.model().defaultEffort()),
        prompt,
        userText.toString(),
        schema.isMissingNode() ? null : schema,
        contentHash());
  }

  // The marker of the blocks is another one in every call, and decides nothing.
  private long contentHash() {
    String marker = DagBlock.markerOf(userText.toString()).orElse("Marker");
    String content = body.json().toString().replace(marker, "Marker");
    return Hashing.murmur3_128().hashString(content, StandardCharsets.UTF_8).asLong();
  }

  /* The schema becomes a hidden system prompt of about its own length. */
  private void readPrompt(JsonNode schema) {
    prompt.add(new PromptBlock(schema.toString(), null));
    addContent(body.at("system"));
    for (JsonNode message : body.at("messages")) {
      int before = prompt.size();
      addContent(message.path("content"));
      prompt.subList(before, prompt.size()).forEach(block -> addLine(block.text()));
    }
  }

  private void addContent(JsonNode content) {
    if (content.isTextual()) {
      prompt.add(new PromptBlock(content.asText(), null));
    }
    if (content.isArray()) {
      content.forEach(
          block -> prompt.add(new PromptBlock(block.path("text").asText(), kept(block))));
    }
  }

  private void addLine(String text) {
    userText.append(text).append('\n');
  }

  private static @Nullable Duration kept(JsonNode block) {
    JsonNode control = block.path("cache_control");
    if (!control.isObject()) {
      return null;
    }
    return control.path("ttl").asText().equals("1h") ? Duration.ofHours(1) : Duration.ofMinutes(5);
  }
}
