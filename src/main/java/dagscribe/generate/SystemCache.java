package dagscribe.generate;

import dagscribe.claude.MessagesClient;
import dagscribe.claude.Price;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the system text is in the server's prompt cache before many calls want it at
 * once: an entry can be read only when the first answer has begun, so that calls sent together each
 * pay for writing it. Thread-safe.
 *
 * <p>A call that writes it alone delays all others by its own time. That is done once, and only
 * where it saves more than a cent.
 */
final class SystemCache {

  private static final double WORTH_A_DELAY_USD = 0.01;

  private final MessagesClient client;
  private final RequestFactory requests;
  private final @Nullable Price price;
  private final int workers;
  private @Nullable CompletableFuture<Void> warmed;

  /**
   * @param price the model's price, null if it is unknown
   * @param workers calls that start together
   */
  SystemCache(MessagesClient client, RequestFactory requests, @Nullable Price price, int workers) {
    this.client = client;
    this.requests = requests;
    this.price = price;
    this.workers = workers;
  }

  /** Ends when so many calls may start. */
  synchronized CompletableFuture<Void> readyFor(int calls) {
    if (warmed == null && isWorthADelay(Math.min(calls, workers))) {
      // Whatever comes of it: the calls that follow say what is wrong, if anything is.
      warmed = client.send(requests.ofSystemAlone()).thenAccept(outcome -> {});
    }
    return warmed == null ? CompletableFuture.completedFuture(null) : warmed;
  }

  private boolean isWorthADelay(int callsAtOnce) {
    if (price == null || !requests.isSystemCached()) {
      return false;
    }
    double perToken = (price.cacheWrite() - price.cacheRead()) / 1e6;
    return (callsAtOnce - 1) * requests.systemTokens() * perToken > WORTH_A_DELAY_USD;
  }
}
