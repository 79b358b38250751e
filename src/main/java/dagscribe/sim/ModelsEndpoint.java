package dagscribe.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/models} and {@code /v1/models/ID}: what is served, on one page. */
final class ModelsEndpoint implements Endpoint {

  static final String PATH = "/v1/models";

  private final ModelCatalogue models;
  private final Credentials credentials;

  ModelsEndpoint(ModelCatalogue models, Credentials credentials) {
    this.models = models;
    this.credentials = credentials;
  }

  @Override
  public void handle(HttpCall http) throws IOException {
    Optional<ApiError> refused = credentials.refuse(http);
    http.reply(
        refused.isPresent()
            ? Reply.error(refused.get(), http.requestId())
            : reply(http, http.path().substring(PATH.length())));
  }

  private Reply reply(HttpCall http, String rest) {
    if (rest.isEmpty()) {
      return Reply.json(200, list());
    }
    String id = rest.substring(1);
    return models
        .find(id)
        .map(model -> Reply.json(200, describe(model)))
        .orElseGet(() -> Reply.error(ApiError.notFound("model: " + id), http.requestId()));
  }

  private ObjectNode list() {
    List<ModelSpec> all = models.all();
    ObjectNode page = Json.object();
    ArrayNode data = page.putArray("data");
    all.forEach(model -> data.add(describe(model)));
    return page.put("has_more", false)
        .put("first_id", all.get(0).id())
        .put("last_id", all.get(all.size() - 1).id());
  }

  private static ObjectNode describe(ModelSpec model) {
    boolean ending = model.retires().isPresent();
    return Json.object()
        .put("type", "model")
        .put("id", model.id())
        .put("display_name", model.id())
        .put("created_at", midnight(model.released().orElse(LocalDate.EPOCH)))
        .put("max_input_tokens", model.contextTokens())
        .put("max_tokens", model.maxOutputTokens())
        .put("lifecycle", ending ? "deprecated" : "active")
        .put("retires_at", model.retires().map(ModelsEndpoint::midnight).orElse(null));
  }

  private static String midnight(LocalDate day) {
    return day + "T00:00:00Z";
  }
}
