package dagscribe.cache;

import java.util.List;

/**
 * A call that was about to be made.
 *
 * @param id unique over all runs
 * @param model id of the model it asks
 * @param startedAtMillis when it was recorded, in milliseconds since 1970
 * @param dags ids of the DAGs it asks for; none if it only fills the prompt cache
 */
public record OpenCall(String id, String model, long startedAtMillis, List<String> dags) {

  public OpenCall {
    dags = List.copyOf(dags);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a call has an id");
    }
  }
}
