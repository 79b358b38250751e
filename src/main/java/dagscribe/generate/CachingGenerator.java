package dagscribe.generate;

import dagscribe.cache.InstructionCache;
import dagscribe.claude.ClaudeClient;
import dagscribe.dag.Compactor;
import dagscribe.dag.ScoredDag;
import dagscribe.report.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The generator that looks into the cache first and asks for the rest. Thread-safe. */
final class CachingGenerator implements InstructionGenerator {

  private final UnaryOperator<String> keys;
  private final int contentChars;
  private final AnswerStore store;
  private final SystemCache systemCache;
  private final Asker asker;
  private final InstructionCache cache;
  private final CallDeltas calls;
  private final ClaudeClient client;

  /**
   * A generator that owns its cache and client.
   *
   * @param keys makes the cache key of a source as it is sent
   * @param contentChars budget of source sent for each DAG, in characters
   */
  CachingGenerator(
      UnaryOperator<String> keys,
      int contentChars,
      AnswerStore store,
      SystemCache systemCache,
      Asker asker,
      InstructionCache cache,
      ClaudeClient client,
      CallDeltas calls) {
    this.keys = keys;
    this.contentChars = contentChars;
    this.store = store;
    this.systemCache = systemCache;
    this.asker = asker;
    this.cache = cache;
    this.client = client;
    this.calls = calls;
  }

  @Override
  public CompletableFuture<List<DagOutcome>> generate(List<ScoredDag> chunk) {
    List<Question> questions = questions(chunk);
    Map<String, Question> open = new LinkedHashMap<>();
    questions.forEach(question -> open.putIfAbsent(question.key(), question));
    Map<String, Result> results = new ConcurrentHashMap<>(store.find(open.keySet()));
    open.keySet().removeAll(results.keySet());
    return systemCache
        .readyFor(open.size())
        .thenCompose(
            ready ->
                asker.ask(open.values(), (question, result) -> results.put(question.key(), result)))
        .thenApply(done -> outcomes(chunk, questions, results));
  }

  // Sources that differ may be the same once they are compacted: they are one question.
  private List<Question> questions(List<ScoredDag> chunk) {
    List<Question> questions = new ArrayList<>(chunk.size());
    try (Compactor compactor = new Compactor()) {
      for (ScoredDag dag : chunk) {
        String text = compactor.compact(dag.dag().content(), contentChars);
        questions.add(new Question(keys.apply(text), text));
      }
    }
    return questions;
  }

  private static List<DagOutcome> outcomes(
      List<ScoredDag> chunk, List<Question> questions, Map<String, Result> results) {
    List<DagOutcome> outcomes = new ArrayList<>(chunk.size());
    for (int i = 0; i < chunk.size(); i++) {
      Result result = results.get(questions.get(i).key());
      if (result == null) {
        throw new IllegalStateException("no result for " + chunk.get(i).dag().origin());
      }
      outcomes.add(DagOutcome.of(chunk.get(i), result));
    }
    return outcomes;
  }

  @Override
  public Totals takeTotals() {
    return calls.take(client.totals(), client.limiterTotals());
  }

  @Override
  public int requestsInFlight() {
    return client.totals().inFlight();
  }

  @Override
  public void close() {
    client.close();
    cache.close();
  }
}
