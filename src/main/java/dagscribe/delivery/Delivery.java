package dagscribe.delivery;

import dagscribe.claude.MessageRequest;
import dagscribe.prompt.Pack;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Gets requests to the server and their answers back, each as a call that is journaled. Never
 * blocks on a call. Thread-safe.
 */
public interface Delivery {

  /**
   * Starts a call. Its answer is durable before the future ends; the future fails only by a fault
   * in the program.
   *
   * @param pack the questions that the request asks; null if it only fills the server's prompt
   *     cache
   * @param dags ids of the DAGs it asks for, for people
   */
  CompletableFuture<CallOutcome> deliver(
      @Nullable Pack pack, List<String> dags, MessageRequest request);
}
