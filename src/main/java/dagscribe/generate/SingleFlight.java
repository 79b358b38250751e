package dagscribe.generate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The questions under way in this process, so that equal ones of different chunks share one call.
 * Thread-safe.
 *
 * <p>A question is open until its answer is stored: who claims it afterwards and looks into the
 * cache finds the answer. So it is claimed first and looked up second.
 */
final class SingleFlight {

  private final Map<String, CompletableFuture<Result>> open = new ConcurrentHashMap<>();

  /**
   * The questions of one chunk.
   *
   * @param mine keys that this chunk finds the results of, each of which it must settle
   * @param others results that other chunks are about to find, by key
   */
  record Claim(Set<String> mine, Map<String, CompletableFuture<Result>> others) {}

  /** Claims what is not claimed already. */
  Claim claim(Collection<String> keys) {
    Set<String> mine = new LinkedHashSet<>();
    Map<String, CompletableFuture<Result>> others = new LinkedHashMap<>();
    for (String key : keys) {
      CompletableFuture<Result> earlier = open.putIfAbsent(key, new CompletableFuture<>());
      if (earlier == null) {
        mine.add(key);
      } else {
        others.put(key, earlier);
      }
    }
    return new Claim(mine, others);
  }

  /** Hands a result to everybody who waits for it. */
  void settle(String key, Result result) {
    CompletableFuture<Result> waiting = open.remove(key);
    if (waiting != null) {
      waiting.complete(result);
    }
  }

  /** Hands on that something unexpected has kept these keys from getting a result. */
  void abandon(Collection<String> keys, Throwable cause) {
    for (String key : keys) {
      CompletableFuture<Result> waiting = open.remove(key);
      if (waiting != null) {
        waiting.completeExceptionally(cause);
      }
    }
  }
}
