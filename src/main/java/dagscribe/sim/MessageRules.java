package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of the conversation: {@code messages} and {@code system}. */
final class MessageRules {

  static final List<Rule> ALL = List.of(MessageRules::messages, MessageRules::system);

  private static final int MAX_MESSAGES = 100_000;
  private static final Set<String> ROLES = Set.of("user", "assistant");

  private MessageRules() {}

  private static Optional<String> messages(RequestBody body) {
    JsonNode messages = body.at("messages");
    if (messages.isMissingNode()) {
      return Optional.of("messages: Field required");
    }
    if (!messages.isArray()) {
      return Optional.of("messages: Input should be a valid list");
    }
    if (messages.isEmpty()) {
      return Optional.of("messages: at least one message is required");
    }
    if (messages.size() > MAX_MESSAGES) {
      return Optional.of("messages: at most " + MAX_MESSAGES + " messages are allowed");
    }
    for (int i = 0; i < messages.size(); i++) {
      Optional<String> broken = message("messages." + i, messages.get(i));
      if (broken.isPresent()) {
        return broken;
      }
    }
    return ends(messages, body.model());
  }

  private static Optional<String> ends(JsonNode messages, ModelSpec model) {
    if (!role(messages.get(0)).equals("user")) {
      return Optional.of("messages: first message must use the \"user\" role");
    }
    boolean prefilled = role(messages.get(messages.size() - 1)).equals("assistant");
    return prefilled && !model.generation().prefill
        ? Optional.of(
            "This model does not support assistant message prefill. The conversation must end"
                + " with a user message.")
        : Optional.empty();
  }

  private static String role(JsonNode message) {
    return message.path("role").asText();
  }

  private static Optional<String> message(String path, JsonNode message) {
    if (!message.isObject()) {
      return Optional.of(path + ": Input should be a valid dictionary");
    }
    if (!ROLES.contains(role(message))) {
      return Optional.of(path + ".role: Input should be 'user' or 'assistant'");
    }
    Optional<String> extra = FieldRules.extraOf(path, message, Set.of("role", "content"));
    return extra.isPresent() ? extra : content(path + ".content", message.path("content"));
  }

  private static Optional<String> system(RequestBody body) {
    JsonNode system = body.at("system");
    return system.isMissingNode() || system.isTextual()
        ? Optional.empty()
        : content("system", system);
  }

  private static Optional<String> content(String path, JsonNode content) {
    if (content.isMissingNode()) {
      return Optional.of(path + ": Field required");
    }
    if (content.isTextual()) {
      return content.asText().isEmpty()
          ? Optional.of(path + ": text must not be empty")
          : Optional.empty();
    }
    if (!content.isArray()) {
      return Optional.of(path + ": Input should be a valid string or list");
    }
    for (int i = 0; i < content.size(); i++) {
      Optional<String> broken = block(path + "." + i, content.get(i));
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  /* Blocks other than text are let through unread; they cost no tokens here. */
  private static Optional<String> block(String path, JsonNode block) {
    if (!block.path("type").isTextual()) {
      return Optional.of(path + ".type: Field required");
    }
    if (!block.path("type").asText().equals("text")) {
      return Optional.empty();
    }
    if (!block.path("text").isTextual() || block.path("text").asText().isEmpty()) {
      return Optional.of(path + ": text content blocks must be non-empty");
    }
    return FieldRules.extraOf(path, block, Set.of("type", "text", "cache_control", "citations"));
  }
}
