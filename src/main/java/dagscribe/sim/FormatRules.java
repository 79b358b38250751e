package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of {@code output_config} and the answer's format. */
final class FormatRules {

  static final List<Rule> ALL = List.of(FormatRules::config, FormatRules::format);

  private FormatRules() {}

  private static Optional<String> config(RequestBody body) {
    JsonNode config = body.at("output_config");
    if (!config.isMissingNode() && !config.isObject()) {
      return Optional.of("output_config: Input should be a valid dictionary");
    }
    return FieldRules.unsupportedIn("output_config", config, Set.of("effort", "format"));
  }

  private static Optional<String> format(RequestBody body) {
    JsonNode format = body.at("output_config", "format");
    if (format.isMissingNode()) {
      return Optional.empty();
    }
    if (!format.path("type").asText().equals("json_schema")) {
      return Optional.of("output_config.format.type: Input should be 'json_schema'");
    }
    return FieldRules.unsupportedIn("output_config.format", format, Set.of("type", "schema"))
        .or(() -> SchemaRules.broken("output_config.format.schema", format.path("schema")));
  }
}
