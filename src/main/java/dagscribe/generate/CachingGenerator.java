package dagscribe.generate;

import dagscribe.cache.CacheException;
import dagscribe.source.ScoredDag;
import dagscribe.source.airflow.Compactor;
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
import java.util.function.UnaryOperator;

/**
 * The generator that looks into the cache first and asks for the rest. Thread-safe.
 *
 * <p>A cache that cannot be read defers the chunk: nobody knows what of it is paid for already.
 */
public final class CachingGenerator implements InstructionGenerator {

  private final UnaryOperator<String> keys;
  private final int contentChars;
  private final AnswerStore store;
  private final PackDispatcher dispatcher;
  private final OtherRuns otherRuns;
  private final GeneratorResources resources;
  private final SingleFlight open = new SingleFlight();

  /**
   * A generator that owns its resources.
   *
   * @param keys makes the cache key of a source as it is sent
   * @param contentChars budget of source sent for each DAG, in characters
   */
  public CachingGenerator(
      UnaryOperator<String> keys,
      int contentChars,
      AnswerStore store,
      PackDispatcher dispatcher,
      OtherRuns otherRuns,
      GeneratorResources resources) {
    this.keys = keys;
    this.contentChars = contentChars;
    this.store = store;
    this.dispatcher = dispatcher;
    this.otherRuns = otherRuns;
    this.resources = resources;
  }

  @Override
  public void take(int partition) {
    resources.take(partition);
  }

  @Override
  public CompletableFuture<List<DagOutcome>> generate(List<ScoredDag> chunk) {
    List<PendingDag> questions = questions(chunk);
    Map<String, PendingDag> byKey = new LinkedHashMap<>();
    questions.forEach(question -> byKey.putIfAbsent(question.key(), question));
    SingleFlight.Claim claim = open.claim(byKey.keySet());
    resources.dags().shared(chunk.size() - claim.mine().size());
    Map<String, Result> results = new ConcurrentHashMap<>();
    return answer(byKey, claim.mine(), results)
        .thenCompose(done -> await(claim.others(), results))
        .thenApply(done -> outcomes(chunk, questions, results));
  }

  // Sources that differ may be the same once they are compacted: they are one question.
  private List<PendingDag> questions(List<ScoredDag> chunk) {
    List<PendingDag> questions = new ArrayList<>(chunk.size());
    try (Compactor compactor = new Compactor()) {
      for (ScoredDag dag : chunk) {
        String text = compactor.compact(dag.dag().content(), contentChars);
        questions.add(new PendingDag(keys.apply(text), text, dag.dag().id()));
      }
    }
    return questions;
  }

  /** Finds or asks for what this chunk has claimed. */
  private CompletableFuture<Void> answer(
      Map<String, PendingDag> byKey, Set<String> mine, Map<String, Result> results) {
    return found(mine)
        .thenCompose(
            found -> {
              resources.dags().found(found.size());
              found.forEach((key, result) -> settle(key, result, results));
              return dispatcher.ask(
                  mine.stream().filter(key -> !found.containsKey(key)).map(byKey::get).toList(),
                  (question, result) -> {
                    resources.dags().settled(result);
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
      resources.stopAsking(e);
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

  private static List<DagOutcome> outcomes(
      List<ScoredDag> chunk, List<PendingDag> questions, Map<String, Result> results) {
    List<DagOutcome> outcomes = new ArrayList<>(chunk.size());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < chunk.size(); i++) {
      String key = questions.get(i).key();
      Result result = results.get(key);
      if (result == null) {
        throw new IllegalStateException("no result for " + chunk.get(i).dag().origin());
      }
      outcomes.add(DagOutcome.of(chunk.get(i), seen.add(key) ? result : shared(result)));
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
    return resources.takeTotals();
  }

  @Override
  public int requestsInFlight() {
    return resources.callsInFlight();
  }

  @Override
  public void close() {
    otherRuns.close();
    resources.close();
  }
}
