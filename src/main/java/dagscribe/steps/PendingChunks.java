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

  /** Chunks that wait at once: one that ends, one that runs, one that is ready to follow. */
  private static final int MAX_CHUNKS = 3;

  private record Pending(int dags, CompletableFuture<List<DagOutcome>> outcomes) {}

  private final Deque<Pending> chunks = new ArrayDeque<>();

  void add(int dags, CompletableFuture<List<DagOutcome>> outcomes) {
    chunks.add(new Pending(dags, outcomes));
  }

  /** Lets out what is done, and waits for the oldest while too many are pending. */
  void makeRoom(Consumer<DagOutcome> out) throws InterruptedException {
    Pending oldest = chunks.peek();
    while (oldest != null && (oldest.outcomes().isDone() || chunks.size() >= MAX_CHUNKS)) {
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

  private static void letOut(Pending chunk, Consumer<DagOutcome> out) throws InterruptedException {
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
