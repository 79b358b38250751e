package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules of the top-level fields. */
final class FieldRules {

  static final List<Rule> ALL =
      List.of(
          FieldRules::unknownField,
          FieldRules::sampling,
          FieldRules::maxTokens,
          FieldRules::stopSequences,
          FieldRules::stream);

  private static final Set<String> FIELDS =
      Set.of(
          "model",
          "max_tokens",
          "messages",
          "system",
          "cache_control",
          "output_config",
          "thinking",
          "stop_sequences",
          "tools",
          "tool_choice",
          "service_tier",
          "speed",
          "metadata",
          "inference_geo",
          "container",
          "diagnostics",
          "stream");

  /* The only value that says nothing; top_k has none. */
  private static final Map<String, Double> SAMPLING_DEFAULTS =
      Map.of("temperature", 1.0, "top_p", 1.0, "top_k", Double.NaN);

  private FieldRules() {}

  /** The message for a field that does not exist at this place. */
  static String extra(String path) {
    return path + ": Extra inputs are not permitted";
  }

  /** The message for the first field of an object that is not among those allowed. */
  static Optional<String> extraOf(String path, JsonNode object, Set<String> allowed) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!allowed.contains(name)) {
        return Optional.of(extra(path.isEmpty() ? name : path + "." + name));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> unknownField(RequestBody body) {
    for (Iterator<String> names = body.json().fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!isField(name, body)) {
        return Optional.of(extra(name));
      }
    }
    return Optional.empty();
  }

  private static boolean isField(String name, RequestBody body) {
    if (SAMPLING_DEFAULTS.containsKey(name)) {
      return body.version().samplingFields;
    }
    return FIELDS.contains(name) && !(body.countOnly() && name.equals("max_tokens"));
  }

  private static Optional<String> sampling(RequestBody body) {
    for (Map.Entry<String, Double> parameter : SAMPLING_DEFAULTS.entrySet()) {
      JsonNode value = body.at(parameter.getKey());
      if (value.isMissingNode()) {
        continue;
      }
      if (!value.isNumber()) {
        return Optional.of(parameter.getKey() + ": Input should be a valid number");
      }
      if (!body.model().generation().sampling && value.asDouble() != parameter.getValue()) {
        return Optional.of(
            parameter.getKey() + ": " + body.model().id() + " takes the default value only");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> maxTokens(RequestBody body) {
    JsonNode value = body.at("max_tokens");
    if (body.countOnly()) {
      return Optional.empty();
    }
    if (value.isMissingNode()) {
      return Optional.of("max_tokens: Field required");
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      return Optional.of("max_tokens: Input should be a valid integer");
    }
    if (value.asLong() < 0) {
      return Optional.of("max_tokens: Input should be greater than or equal to 0");
    }
    long cap = body.model().maxOutputTokens();
    return value.asLong() <= cap
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "max_tokens: %d > %d, which is the maximum allowed number of output tokens for %s",
                value.asLong(),
                cap,
                body.model().id()));
  }

  private static Optional<String> stopSequences(RequestBody body) {
    JsonNode value = body.at("stop_sequences");
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isArray()) {
      return Optional.of("stop_sequences: Input should be a valid list");
    }
    for (JsonNode each : value) {
      if (!each.isTextual() || each.asText().isBlank()) {
        return Optional.of("stop_sequences: each stop sequence must contain non-whitespace");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> stream(RequestBody body) {
    JsonNode value = body.at("stream");
    if (!value.isMissingNode() && !value.isBoolean()) {
      return Optional.of("stream: Input should be a valid boolean");
    }
    return value.asBoolean()
        ? Optional.of("stream: the simulated server does not stream")
        : Optional.empty();
  }
}
