package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of thinking, effort and forced tools, which differ by model. */
final class ThinkingRules {

  static final List<Rule> ALL =
      List.of(
          ThinkingRules::type,
          ThinkingRules::budget,
          ThinkingRules::effort,
          ThinkingRules::together,
          ThinkingRules::forcedTool);

  private static final long MIN_BUDGET_TOKENS = 1_024;
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
        ? FieldRules.extraOf("thinking", thinking, Set.of("type", "display", "budget_tokens"))
        : Optional.of(
            "thinking.type: '%s' is not supported by %s, which takes %s"
                .formatted(type, body.model().id(), String.join(", ", rule.types)));
  }

  private static Optional<String> budget(RequestBody body) {
    JsonNode budget = body.at("thinking", "budget_tokens");
    if (!typeOf(body).equals("enabled")) {
      return budget.isMissingNode()
          ? Optional.empty()
          : Optional.of(FieldRules.extra("thinking.budget_tokens"));
    }
    if (!budget.isIntegralNumber() || budget.asLong() < MIN_BUDGET_TOKENS) {
      return Optional.of(
          "thinking.budget_tokens: Input should be greater than or equal to " + MIN_BUDGET_TOKENS);
    }
    return body.countOnly() || budget.asLong() < body.at("max_tokens").asLong()
        ? Optional.empty()
        : Optional.of("`max_tokens` must be greater than `thinking.budget_tokens`.");
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

  private static Optional<String> forcedTool(RequestBody body) {
    String choice = body.at("tool_choice", "type").asText();
    boolean forced = choice.equals("any") || choice.equals("tool");
    return forced && !body.model().thinking().types.contains("disabled")
        ? Optional.of("tool_choice: " + body.model().id() + " does not support a forced tool")
        : Optional.empty();
  }
}
