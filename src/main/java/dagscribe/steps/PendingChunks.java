package dagscribe.steps;

import dagscribe.generate.DagOutcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * The chunks of a bundle whose outcomes have not left yet, oldest first. As many outcomes leave as
 * DAGs came; anything else fails the bundle. Confined to one bundle.
 */
final class PendingChunks {

  /** DAGs that wait at once: more than are asked in a minute by most accounts. */
  private static final int MAX_DAGS = 4_000;

  /** What they hold, unless a single chunk holds more. */
  private static final long MAX_BYTES = 64 << 20;

  private record Pending(int dags, long bytes, CompletableFuture<List<DagOutcome>> outcomes) {}

  private final Deque<Pending> chunks = new ArrayDeque<>();
  private long pendingDags;
  private long pendingBytes;

  /**
   * @param dags how many outcomes are to come
   * @param chunkBytes what the chunk holds in memory
   */
  void add(int dags, long chunkBytes, CompletableFuture<List<DagOutcome>> outcomes) {
    chunks.add(new Pending(dags, chunkBytes, outcomes));
    pendingDags += dags;
    pendingBytes += chunkBytes;
  }

  /** Lets out what is done, and waits for the oldest while too many are pending. */
  void makeRoom(Consumer<DagOutcome> out) throws InterruptedException {
    Pending oldest = chunks.peek();
    while (oldest != null && (oldest.outcomes().isDone() || isFull())) {
      letOut(chunks.remove(), out);
      oldest = chunks.peek();
    }
  }

  /** Waits for all. */
  void drain(Consumer<DagOutcome> out) throws InterruptedException {
    while (!chunks.isEmpty()) {
      letOut(chunks.remove(), out);
    }
  }

  private boolean isFull() {
    return pendingDags >= MAX_DAGS || pendingBytes >= MAX_BYTES;
  }

  private void letOut(Pending chunk, Consumer<DagOutcome> out) throws InterruptedException {
    pendingDags -= chunk.dags();
    pendingBytes -= chunk.bytes();
    List<DagOutcome> outcomes = await(chunk.outcomes());
    if (outcomes.size() != chunk.dags()) {
      throw new IllegalStateException(
          chunk.dags() + " DAGs went in and " + outcomes.size() + " outcomes came out");
    }
    outcomes.forEach(out);
  }

  private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a chunk of DAGs could not be worked on", e.getCause());
    }
  }
}
