package dagscribe.claude;

import java.util.concurrent.CompletableFuture;

/**
 * Makes one attempt at a call, without repeating it.
 *
 * <p>The future completes exceptionally only by a fault in the program. Thread-safe. Closing
 * releases threads and connections.
 */
public interface AttemptClient extends AutoCloseable {

  /** Starts one attempt and returns at once. */
  CompletableFuture<Attempt> send(MessageRequest request);

  @Override
  void close();
}
