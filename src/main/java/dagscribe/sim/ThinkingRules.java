package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of thinking and effort, which differ by model. */
final class ThinkingRules {

  static final List<Rule> ALL =
      List.of(ThinkingRules::type, ThinkingRules::effort, ThinkingRules::together);

  private static final Set<String> EFFORTS = Set.of("low", "medium", "high", "xhigh", "max");

  private ThinkingRules() {}

  /** The type of thinking in force. */
  static String typeOf(RequestBody body) {
    return body.at("thinking", "type").asText(body.model().thinking().byDefault);
  }

  private static Optional<String> type(RequestBody body) {
    JsonNode thinking = body.at("thinking");
    if (thinking.isMissingNode()) {
      return Optional.empty();
    }
    String type = thinking.path("type").asText();
    ThinkingRule rule = body.model().thinking();
    return rule.types.contains(type)
        ? FieldRules.unsupportedIn("thinking", thinking, Set.of("type"))
        : Optional.of(
            "thinking.type: '%s' is not supported by %s, which takes %s"
                .formatted(type, body.model().id(), String.join(", ", rule.types)));
  }

  private static Optional<String> effort(RequestBody body) {
    JsonNode effort = body.at("output_config", "effort");
    if (effort.isMissingNode()) {
      return Optional.empty();
    }
    if (!EFFORTS.contains(effort.asText())) {
      return Optional.of(
          "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'");
    }
    return body.model().thinking().efforts.contains(effort.asText())
        ? Optional.empty()
        : Optional.of(body.model().id() + " does not support the effort parameter.");
  }

  private static Optional<String> together(RequestBody body) {
    String type = typeOf(body);
    String effort = body.at("output_config", "effort").asText();
    return body.model().thinking().allows(type, effort)
        ? Optional.empty()
        : Optional.of(
            "thinking.type '%s' does not go with effort '%s' on %s"
                .formatted(type, effort, body.model().id()));
  }
}
