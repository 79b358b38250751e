package dagscribe.generate;

import dagscribe.claude.Price;
import dagscribe.delivery.Delivery;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the system text is in the server's prompt cache before many calls want it at
 * once: an entry can be read only when the first answer has begun, so that calls sent together each
 * pay for writing it. Thread-safe.
 *
 * <p>That call is journaled as all calls are, and brings nothing to keep. It delays all others by
 * its own time. That is done once, and only where it saves more than a cent.
 */
public final class SystemCache {

  private static final double WORTH_A_DELAY_USD = 0.01;

  private final Delivery delivery;
  private final RequestFactory requests;
  private final @Nullable Price price;
  private final int workers;
  private @Nullable CompletableFuture<Void> warmed;

  /**
   * @param price the model's price, null if it is unknown
   * @param workers calls that start together
   */
  public SystemCache(
      Delivery delivery, RequestFactory requests, @Nullable Price price, int workers) {
    this.delivery = delivery;
    this.requests = requests;
    this.price = price;
    this.workers = workers;
  }

  /** Ends when so many calls may start. */
  synchronized CompletableFuture<Void> readyFor(int calls) {
    if (warmed == null && isWorthADelay(Math.min(calls, workers))) {
      warmed = warm();
    }
    return warmed == null ? CompletableFuture.completedFuture(null) : warmed;
  }

  // Whatever comes of it: the calls that follow say what is wrong, if anything is.
  private CompletableFuture<Void> warm() {
    return delivery.deliver(null, List.of(), requests.ofSystemAlone()).thenAccept(outcome -> {});
  }

  private boolean isWorthADelay(int callsAtOnce) {
    if (price == null || !requests.isSystemCached()) {
      return false;
    }
    double perToken = (price.cacheWrite() - price.cacheRead()) / 1e6;
    return (callsAtOnce - 1) * requests.systemTokens() * perToken > WORTH_A_DELAY_USD;
  }
}
