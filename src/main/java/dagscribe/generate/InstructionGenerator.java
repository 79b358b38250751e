package dagscribe.generate;

import dagscribe.source.PreparedDag;
import dagscribe.totals.RunTotals;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the instruction of every DAG of a chunk: in the cache, or by asking.
 *
 * <p>Gives one outcome for each DAG, in the order of the chunk. Thread-safe; chunks may overlap.
 */
public interface InstructionGenerator extends AutoCloseable {

  /**
   * Says that this process has a partition of the job from now on, which adds to its share of the
   * job's calls in flight and money.
   *
   * @param partition 0 or more; the same one again adds nothing
   */
  void take(int partition);

  /**
   * Starts all calls that a chunk needs, as fast as the limits allow, and returns before they end.
   *
   * <p>The future fails only if something unexpected happens; a call that fails is an outcome.
   */
  CompletableFuture<List<DagOutcome>> generate(List<PreparedDag> chunk);

  /** Numbers of the calls made since they were last taken; every call is told of once. */
  RunTotals takeTotals();

  /** Requests sent and not answered yet. */
  int requestsInFlight();

  @Override
  void close();
}
