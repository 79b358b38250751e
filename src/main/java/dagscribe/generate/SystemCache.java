package dagscribe.generate;

import dagscribe.claude.MessageRequest;
import dagscribe.claude.Price;
import dagscribe.delivery.MessagesClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the system text is in the server's prompt cache before many calls want it at
 * once: an entry can be read only when the first answer has begun, so that calls sent together each
 * pay for writing it. Thread-safe.
 *
 * <p>That call is recorded as all calls are; its answer holds nothing to be kept. It delays all
 * others by its own time. That is done once, and only where it saves more than a cent.
 */
public final class SystemCache {

  private static final double WORTH_A_DELAY_USD = 0.01;

  private final MessagesClient client;
  private final RequestFactory requests;
  private final CallRecorder recorder;
  private final @Nullable Price price;
  private final int workers;
  private @Nullable CompletableFuture<Void> warmed;

  /**
   * @param price the model's price, null if it is unknown
   * @param workers calls that start together
   */
  public SystemCache(
      MessagesClient client,
      RequestFactory requests,
      CallRecorder recorder,
      @Nullable Price price,
      int workers) {
    this.client = client;
    this.requests = requests;
    this.recorder = recorder;
    this.price = price;
    this.workers = workers;
  }

  /** Ends when so many calls may start. */
  synchronized CompletableFuture<Void> readyFor(int calls) {
    if (warmed == null && isWorthADelay(Math.min(calls, workers))) {
      warmed = warm(requests.ofSystemAlone());
    }
    return warmed == null ? CompletableFuture.completedFuture(null) : warmed;
  }

  // Whatever comes of it: the calls that follow say what is wrong, if anything is.
  private CompletableFuture<Void> warm(MessageRequest request) {
    recorder.announce(request, List.of(), (call, answer) -> recorder.failed(request));
    return client.send(request).thenAccept(outcome -> recorder.settle(request));
  }

  private boolean isWorthADelay(int callsAtOnce) {
    if (price == null || !requests.isSystemCached()) {
      return false;
    }
    double perToken = (price.cacheWrite() - price.cacheRead()) / 1e6;
    return (callsAtOnce - 1) * requests.systemTokens() * perToken > WORTH_A_DELAY_USD;
  }
}
