package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of the top-level fields, and the one answer to every field, at any depth, that this server
 * does not simulate: fields that the API has and this project never sends, and misspelt ones.
 */
final class FieldRules {

  static final List<Rule> ALL = List.of(FieldRules::supported, FieldRules::maxTokens);

  private static final Set<String> FIELDS =
      Set.of("model", "max_tokens", "messages", "system", "output_config", "thinking");

  private FieldRules() {}

  /** The message for a field, or a value of it, that is not simulated. */
  static String unsupported(String path) {
    return path + ": not supported by the simulated server";
  }

  /** The message for the first field of an object that is not among those supported. */
  static Optional<String> unsupportedIn(String path, JsonNode object, Set<String> supported) {
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!supported.contains(name)) {
        return Optional.of(unsupported(path.isEmpty() ? name : path + "." + name));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> supported(RequestBody body) {
    return unsupportedIn("", body.json(), FIELDS);
  }

  private static Optional<String> maxTokens(RequestBody body) {
    JsonNode value = body.at("max_tokens");
    if (value.isMissingNode()) {
      return Optional.of("max_tokens: Field required");
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
      return Optional.of("max_tokens: Input should be an integer greater than or equal to 0");
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
}
