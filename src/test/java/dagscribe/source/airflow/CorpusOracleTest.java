package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.testing.Corpus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Facts against an oracle: the corpus says of every record what Python's own parser found in it.
 * Without the corpus the project's samples are held against the metadata they state.
 */
class CorpusOracleTest {

  private static final List<String> FACTS =
      List.of("dag_ids", "operators", "schedule", "task_count", "has_taskflow", "line_count");

  private final SourceReader reader = new SourceReader();

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void facts_agreeWithPythonsParser() throws IOException {
    Map<String, Integer> asked = new LinkedHashMap<>();
    Map<String, Integer> equal = new LinkedHashMap<>();
    for (JsonNode record : Corpus.records()) {
      JsonNode metadata = record.path("metadata");
      if (metadata.path("parse_ok").asBoolean(true)) {
        compare(metadata, facts(reader.facts(record.path("content").asText())), asked, equal);
      }
    }

    assertThat(asked.keySet(), is(Set.copyOf(FACTS)));
    for (String fact : FACTS) {
      double share = equal.getOrDefault(fact, 0) / (double) asked.get(fact);
      System.out.printf("%-14s %5d of %5d equal%n", fact, equal.get(fact), asked.get(fact));
      assertThat(fact, share, greaterThanOrEqualTo(0.99));
    }
  }

  private static void compare(
      JsonNode metadata,
      Map<String, Object> found,
      Map<String, Integer> asked,
      Map<String, Integer> equal) {
    for (String fact : FACTS) {
      if (metadata.has(fact)) {
        asked.merge(fact, 1, Integer::sum);
        equal.merge(fact, found.get(fact).equals(stated(metadata.get(fact))) ? 1 : 0, Integer::sum);
      }
    }
  }

  private static Map<String, Object> facts(DagFacts facts) {
    return Map.of(
        "dag_ids", new TreeSet<>(facts.dagIds()),
        "operators", new TreeSet<>(facts.operators()),
        "schedule", String.valueOf(facts.schedule()),
        "task_count", String.valueOf(facts.taskCount()),
        "has_taskflow", String.valueOf(facts.taskflow()),
        "line_count", String.valueOf(facts.lineCount()));
  }

  private static Object stated(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    List<String> texts = new ArrayList<>();
    value.forEach(text -> texts.add(text.asText()));
    return new TreeSet<>(texts);
  }
}
