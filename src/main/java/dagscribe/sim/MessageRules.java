package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of {@code messages}, of which only a user's are simulated, and of {@code system}. */
final class MessageRules {

  static final List<Rule> ALL = List.of(MessageRules::messages, MessageRules::system);

  private MessageRules() {}

  /** A rule of one element of a list. */
  private interface ElementRule {
    Optional<String> broken(String path, JsonNode element);
  }

  private static Optional<String> messages(RequestBody body) {
    JsonNode messages = body.at("messages");
    return messages.isArray() && !messages.isEmpty()
        ? each("messages", messages, MessageRules::message)
        : Optional.of("messages: at least one message is required");
  }

  private static Optional<String> system(RequestBody body) {
    JsonNode system = body.at("system");
    return system.isMissingNode() ? Optional.empty() : content("system", system);
  }

  private static Optional<String> each(String path, JsonNode list, ElementRule rule) {
    for (int i = 0; i < list.size(); i++) {
      Optional<String> broken = rule.broken(path + "." + i, list.get(i));
      if (broken.isPresent()) {
        return broken;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> message(String path, JsonNode message) {
    if (!message.path("role").asText().equals("user")) {
      return Optional.of(FieldRules.unsupported(path + ".role"));
    }
    Optional<String> extra = FieldRules.unsupportedIn(path, message, Set.of("role", "content"));
    return extra.isPresent() ? extra : content(path + ".content", message.path("content"));
  }

  private static Optional<String> content(String path, JsonNode content) {
    if (content.isArray() && !content.isEmpty()) {
      return each(path, content, MessageRules::block);
    }
    return !content.isTextual() || content.asText().isEmpty()
        ? Optional.of(path + ": text must not be empty")
        : Optional.empty();
  }

  private static Optional<String> block(String path, JsonNode block) {
    if (!block.path("type").asText().equals("text")) {
      return Optional.of(FieldRules.unsupported(path + ".type"));
    }
    if (!block.path("text").isTextual() || block.path("text").asText().isEmpty()) {
      return Optional.of(path + ": text content blocks must be non-empty");
    }
    return FieldRules.unsupportedIn(path, block, Set.of("type", "text", "cache_control"));
  }
}
