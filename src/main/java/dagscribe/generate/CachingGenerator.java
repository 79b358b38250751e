package dagscribe.generate;

import com.google.common.collect.Sets;
import dagscribe.cache.CacheException;
import dagscribe.delivery.CallResources;
import dagscribe.source.PreparedDag;
import dagscribe.totals.RunTotals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/**
 * The generator that looks into the cache first and asks for the rest. Thread-safe.
 *
 * <p>A cache that cannot be read defers the chunk: nobody knows what of it is paid for already.
 */
public final class CachingGenerator implements InstructionGenerator {

  private final int pass;
  private final AnswerStore store;
  private final PackDispatcher dispatcher;
  private final OtherRuns otherRuns;
  private final CallResources calls;
  private final GeneratorMeter meter;
  private final IntConsumer partitions;
  private final SingleFlight open = new SingleFlight();

  /**
   * A generator that is closed before what it calls with.
   *
   * @param pass place of its pass among those that the DAGs are prepared for
   * @param partitions is told of each partition that comes
   */
  public CachingGenerator(
      int pass,
      AnswerStore store,
      PackDispatcher dispatcher,
      OtherRuns otherRuns,
      CallResources calls,
      GeneratorMeter meter,
      IntConsumer partitions) {
    this.pass = pass;
    this.store = store;
    this.dispatcher = dispatcher;
    this.otherRuns = otherRuns;
    this.calls = calls;
    this.meter = meter;
    this.partitions = partitions;
  }

  @Override
  public void take(int partition) {
    partitions.accept(partition);
  }

  @Override
  public CompletableFuture<List<DagOutcome>> generate(List<PreparedDag> chunk) {
    // Sources that differ may be the same once they are compacted: they are one question.
    Map<String, PreparedDag> byKey = new LinkedHashMap<>();
    chunk.forEach(dag -> byKey.putIfAbsent(dag.key(pass), dag));
    SingleFlight.Claim claim = open.claim(byKey.keySet());
    meter.dags().shared(chunk.size() - claim.mine().size());
    Map<String, Result> results = new ConcurrentHashMap<>();
    return answer(byKey, claim.mine(), results)
        .thenCompose(done -> await(claim.others(), results))
        .thenApply(done -> outcomes(chunk, results));
  }

  private List<PendingDag> pending(Map<String, PreparedDag> byKey, Set<String> keys) {
    List<PendingDag> pending = new ArrayList<>(keys.size());
    byKey.forEach(
        (key, dag) -> {
          if (keys.contains(key)) {
            pending.add(new PendingDag(key, dag.text(pass), dag.scored().dag().id()));
          }
        });
    return pending;
  }

  /** Finds or asks for what this chunk has claimed. */
  private CompletableFuture<Void> answer(
      Map<String, PreparedDag> byKey, Set<String> mine, Map<String, Result> results) {
    return found(mine)
        .thenCompose(
            found -> {
              meter.dags().found(found.size());
              found.forEach((key, result) -> settle(key, result, results));
              return dispatcher.ask(
                  pending(byKey, Sets.difference(mine, found.keySet())),
                  (question, result) -> {
                    meter.dags().settled(result);
                    settle(question.key(), result, results);
                  });
            })
        .whenComplete(
            (done, thrown) -> {
              if (thrown != null) {
                open.abandon(mine, thrown);
              }
            });
  }

  private CompletableFuture<Map<String, Result>> found(Collection<String> keys) {
    try {
      return CompletableFuture.completedFuture(store.find(keys));
    } catch (CacheException e) {
      calls.stop(e);
      return CompletableFuture.completedFuture(Map.of());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void settle(String key, Result result, Map<String, Result> results) {
    results.put(key, result);
    open.settle(key, result);
  }

  private static CompletableFuture<Void> await(
      Map<String, CompletableFuture<Result>> others, Map<String, Result> results) {
    return CompletableFuture.allOf(
        others.entrySet().stream()
            .map(
                other ->
                    other
                        .getValue()
                        .thenAccept(result -> results.put(other.getKey(), shared(result))))
            .toArray(CompletableFuture[]::new));
  }

  private List<DagOutcome> outcomes(List<PreparedDag> chunk, Map<String, Result> results) {
    List<DagOutcome> outcomes = new ArrayList<>(chunk.size());
    Set<String> seen = new HashSet<>();
    for (PreparedDag dag : chunk) {
      String key = dag.key(pass);
      Result result = results.get(key);
      if (result == null) {
        throw new IllegalStateException("no result for " + dag.scored().dag().origin());
      }
      outcomes.add(DagOutcome.of(dag.scored(), seen.add(key) ? result : shared(result)));
    }
    return outcomes;
  }

  private static Result shared(Result result) {
    return result instanceof Result.Instruction instruction
            && instruction.origin() == Result.Origin.ASKED
        ? instruction.shared()
        : result;
  }

  @Override
  public RunTotals takeTotals() {
    return meter.takeTotals();
  }

  @Override
  public int requestsInFlight() {
    return meter.callsInFlight();
  }

  @Override
  public void close() {
    otherRuns.close();
  }
}
