package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.testing.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What survives compaction, on real DAG files: the corpus where it is present, else the samples.
 */
class CorpusCompactionTest {

  private static final int BUDGET_CHARS = 1_000;
  private static final int MAX_RECORDS = 400;

  private final SourceReader reader = new SourceReader();

  @AfterEach
  void close() {
    reader.close();
  }

  private String compact(String source, int budgetChars) {
    return reader.read(source, budgetChars).within(budgetChars);
  }

  @Test
  void factsOfLongSources_surviveASmallBudget() throws IOException {
    int total = 0;
    int kept = 0;
    for (String source : longSources()) {
      String compact = compact(source, BUDGET_CHARS);
      assertThat(compact.length(), is(lessThanOrEqualTo(BUDGET_CHARS)));
      List<String> facts = facts(source);
      total += facts.size();
      facts.retainAll(facts(compact));
      kept += facts.size();
    }

    System.out.printf("compacted to %d: %d of %d facts%n", BUDGET_CHARS, kept, total);
    assertThat(kept / (double) total, greaterThanOrEqualTo(0.75));
  }

  private static List<String> longSources() throws IOException {
    return Corpus.records().stream()
        .map(record -> record.path("content").asText())
        .filter(source -> source.length() > BUDGET_CHARS)
        .limit(MAX_RECORDS)
        .toList();
  }

  private List<String> facts(String source) {
    DagFacts facts = reader.facts(source);
    List<String> all = new ArrayList<>();
    facts.dagIds().forEach(id -> all.add("dag " + id));
    facts.operators().forEach(operator -> all.add("operator " + operator));
    facts.taskIds().forEach(id -> all.add("task " + id));
    all.add("schedule " + facts.schedule());
    return all;
  }
}
