package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a request whose rules are to be checked. */
record RequestBody(ObjectNode json, ModelSpec model) {

  /** The value at this path of fields, a missing node if there is none. */
  JsonNode at(String... fields) {
    JsonNode node = json;
    for (String field : fields) {
      node = node.path(field);
    }
    return node;
  }
}
