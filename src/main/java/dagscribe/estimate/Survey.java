package dagscribe.estimate;

import dagscribe.cache.InstructionCache;
import dagscribe.prompt.Packer;
import dagscribe.source.PreparedDag;
import dagscribe.totals.DagTotals;
import dagscribe.totals.RunTotals;
import dagscribe.totals.SurveyTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures DAGs as every candidate would send them, and looks their answers up in the cache. Asks
 * nobody and stores nothing. Thread-safe.
 */
public final class Survey implements AutoCloseable {

  private final List<Candidate> candidates;
  private final InstructionCache cache;

  /**
   * @param candidates in the order of the passes that the DAGs are prepared for
   */
  Survey(List<Candidate> candidates, InstructionCache cache) {
    this.candidates = List.copyOf(candidates);
    this.cache = cache;
  }

  /** Numbers of these DAGs, which add up with those of others. */
  public RunTotals measure(List<PreparedDag> dags) {
    Map<String, SurveyTotals> surveys = new HashMap<>();
    for (int pass = 0; pass < candidates.size(); pass++) {
      surveys.put(candidates.get(pass).name(), work(pass, dags));
    }
    return RunTotals.of(DagTotals.distinct(dags.size())).plus(RunTotals.surveyed(surveys));
  }

  private SurveyTotals work(int pass, List<PreparedDag> dags) {
    List<String> asked = new ArrayList<>(dags.size());
    Map<String, Integer> charsByKey = new HashMap<>();
    for (PreparedDag dag : dags) {
      String key = dag.key(pass);
      asked.add(key);
      charsByKey.computeIfAbsent(key, unknown -> Packer.charsOf(dag.text(pass)));
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
