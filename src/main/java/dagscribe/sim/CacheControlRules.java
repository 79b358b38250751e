package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of {@code cache_control} on blocks of text. */
final class CacheControlRules {

  static final List<Rule> ALL = List.of(CacheControlRules::shape, CacheControlRules::count);

  private static final int MAX_BREAKPOINTS = 4;
  private static final String FIELD = "cache_control";

  private CacheControlRules() {}

  private static Optional<String> shape(RequestBody body) {
    return all(body).stream().flatMap(each -> shape(each).stream()).findFirst();
  }

  private static Optional<String> shape(JsonNode control) {
    if (!control.path("type").asText().equals("ephemeral")) {
      return Optional.of(FIELD + ".type: Input should be 'ephemeral'");
    }
    if (!Set.of("5m", "1h").contains(control.path("ttl").asText("5m"))) {
      return Optional.of(FIELD + ".ttl: Input should be '5m' or '1h'");
    }
    return FieldRules.unsupportedIn(FIELD, control, Set.of("type", "ttl"));
  }

  private static Optional<String> count(RequestBody body) {
    int found = all(body).size();
    return found <= MAX_BREAKPOINTS
        ? Optional.empty()
        : Optional.of(
            "A maximum of 4 blocks with cache_control may be provided. Found " + found + ".");
  }

  private static List<JsonNode> all(RequestBody body) {
    List<JsonNode> found = new ArrayList<>(body.at("system").findValues(FIELD));
    found.addAll(body.at("messages").findValues(FIELD));
    return found;
  }
}
