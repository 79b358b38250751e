package dagscribe.delivery;

import dagscribe.claude.MessageOutcome;
import dagscribe.claude.MessageRequest;
import java.util.concurrent.CompletableFuture;

/**
 * Sends one request to a Messages API.
 *
 * <p>The future never completes exceptionally: failure is a value. Thread-safe. Closing releases
 * threads and connections; calls still open complete with a failure.
 */
public interface MessagesClient extends AutoCloseable {

  /** Starts one call and returns at once. */
  CompletableFuture<MessageOutcome> send(MessageRequest request);

  @Override
  void close();
}
