package dagscribe.estimate;

import dagscribe.cache.InstructionCache;
import dagscribe.generate.AnswerKeys;
import dagscribe.prompt.Packer;
import dagscribe.prompt.PromptTemplate;
import dagscribe.source.airflow.Compactor;
import dagscribe.totals.DagTotals;
import dagscribe.totals.RunTotals;
import dagscribe.totals.SurveyTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Measures DAGs: shortens each as every candidate would send it, and looks its answer up in the
 * cache. Asks nobody and stores nothing. Thread-safe.
 */
public final class Survey implements AutoCloseable {

  private final List<Candidate> candidates;
  private final InstructionCache cache;
  private final PromptTemplate template;

  Survey(List<Candidate> candidates, InstructionCache cache, PromptTemplate template) {
    this.candidates = List.copyOf(candidates);
    this.cache = cache;
    this.template = template;
  }

  /** Numbers of these sources, which add up with those of others. */
  public RunTotals measure(List<String> sources) {
    Map<String, SurveyTotals> surveys = new HashMap<>();
    try (Compactor compactor = new Compactor()) {
      for (Candidate candidate : candidates) {
        surveys.put(candidate.name(), work(candidate, sources, compactor));
      }
    }
    return RunTotals.of(DagTotals.distinct(sources.size())).plus(RunTotals.surveyed(surveys));
  }

  private SurveyTotals work(Candidate candidate, List<String> sources, Compactor compactor) {
    UnaryOperator<String> keys = AnswerKeys.of(candidate.model(), template);
    List<String> asked = new ArrayList<>(sources.size());
    Map<String, Integer> charsByKey = new HashMap<>();
    for (String source : sources) {
      String text = compactor.compact(source, candidate.contentChars());
      String key = keys.apply(text);
      asked.add(key);
      charsByKey.put(key, Packer.charsOf(text));
    }
    Set<String> open = new HashSet<>(charsByKey.keySet());
    open.removeAll(cache.find(charsByKey.keySet()).keySet());
    long cached = asked.stream().filter(key -> !open.contains(key)).count();
    return new SurveyTotals(
        open.size(),
        cached,
        asked.size() - cached - open.size(),
        open.stream().mapToLong(charsByKey::get).sum());
  }

  @Override
  public void close() {
    cache.close();
  }
}
