package dagscribe.delivery;

import dagscribe.claude.MessageRequest;
import dagscribe.prompt.Pack;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to the server, through all its attempts. The journal opens it, knows it by
 * its id, and lets no other be made.
 *
 * @param id unique over all runs
 * @param pass name of the pass that asks
 * @param pack the questions it asks; null if it only fills the server's prompt cache
 * @param dags ids of the DAGs it asks for, for people
 * @param request what is sent; a decorator may send another under the same call
 */
record Call(
    String id, String pass, @Nullable Pack pack, List<String> dags, MessageRequest request) {

  Call {
    dags = List.copyOf(dags);
    if (id.isBlank() || pass.isBlank()) {
      throw new IllegalArgumentException("a call has an id and a pass");
    }
  }

  /** Keys under which its answers are kept; none if it brings nothing to keep. */
  Set<String> keys() {
    return pack == null ? Set.of() : Set.copyOf(pack.keysById().values());
  }

  /** The same call with another request. */
  Call with(MessageRequest other) {
    return new Call(id, pass, pack, dags, other);
  }
}
