package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that is checked before a request costs anything. Thread-safe. */
final class RequestChecks {

  private static final int MAX_BODY_BYTES = 32 << 20;
  private static final Set<String> VERSIONS = Set.of("2026-10-21", "2023-06-01");
  private static final List<Rule> RULES =
      Stream.of(
              FieldRules.ALL,
              MessageRules.ALL,
              CacheControlRules.ALL,
              ThinkingRules.ALL,
              FormatRules.ALL)
          .flatMap(List::stream)
          .toList();

  private final Credentials credentials;
  private final ModelCatalogue models;
  private final double charsPerToken;

  RequestChecks(Credentials credentials, ModelCatalogue models, double charsPerToken) {
    this.credentials = credentials;
    this.models = models;
    this.charsPerToken = charsPerToken;
  }

  /**
   * Reads and checks a request for a message.
   *
   * @throws IOException if the client is gone
   */
  Checked check(HttpCall http) throws IOException {
    Optional<byte[]> bytes = http.body(MAX_BODY_BYTES);
    if (bytes.isEmpty()) {
      return new Checked.Invalid(ApiError.tooLarge());
    }
    Optional<ApiError> refused = credentials.refuse(http);
    if (refused.isPresent()) {
      return new Checked.Invalid(refused.get());
    }
    return checkBody(http, bytes.get());
  }

  private Checked checkBody(HttpCall http, byte[] bytes) {
    if (http.header("anthropic-version").filter(VERSIONS::contains).isEmpty()) {
      return invalid("anthropic-version: header is required, as 2026-10-21 or 2023-06-01");
    }
    JsonNode json;
    try {
      json = Json.read(bytes);
    } catch (IOException e) {
      return invalid("The request body is not valid JSON: " + firstLine(e));
    }
    if (!(json instanceof ObjectNode object)) {
      return invalid("The request body is not a JSON object");
    }
    JsonNode id = object.path("model");
    if (!id.isTextual()) {
      return invalid("model: Field required");
    }
    Optional<ModelSpec> model = models.find(id.asText());
    if (model.isEmpty()) {
      return new Checked.Invalid(ApiError.notFound("model: " + id.asText()));
    }
    return checkRules(new RequestBody(object, model.get()));
  }

  private Checked checkRules(RequestBody body) {
    for (Rule rule : RULES) {
      Optional<String> broken = rule.broken(body);
      if (broken.isPresent()) {
        return invalid(broken.get());
      }
    }
    MessageCall call = MessageReader.read(body);
    long tokens = call.promptTokens(charsPerToken);
    long longest = call.model().contextTokens();
    return tokens <= longest
        ? new Checked.Valid(call)
        : invalid(
            String.format(
                Locale.ROOT, "prompt is too long: %d tokens > %d maximum", tokens, longest));
  }

  private static Checked invalid(String message) {
    return new Checked.Invalid(ApiError.invalidRequest(message));
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
