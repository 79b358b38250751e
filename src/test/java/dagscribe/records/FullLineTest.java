package dagscribe.records;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.claude.Usage;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.ScoredDag;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Priority;
import dagscribe.source.airflow.SourceReader;
import dagscribe.source.airflow.grounding.Grounding;
import dagscribe.testing.Shape;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FullLineTest {

  private static final String RICH =
      """
      from airflow.providers.http.sensors.http import HttpSensor
      with DAG('shop', schedule='@daily'):
          HttpSensor(task_id='wait') >> PythonOperator(task_id='load')
      """;

  private static final ScoredDag BARE = dag("x = 1\n", "{}", 0);

  private static final ScoredDag FULL =
      dag(RICH, "{\"metadata\":{\"team\":\"a\"},\"source\":5,\"tags\":[]}", 0.25);

  @Test
  void line_hasTheSameKeysAndTypesWhateverIsAbsent() {
    DagOutcome first = DagOutcome.of(FULL, instruction(Result.Origin.ASKED, 0.5));
    Set<String> shapes =
        Stream.of(
                first,
                first.sharedWith(BARE),
                DagOutcome.of(BARE, instruction(Result.Origin.ASKED, null)),
                DagOutcome.of(BARE, instruction(Result.Origin.CACHED, 0.5)),
                DagOutcome.of(BARE, instruction(Result.Origin.SHARED, null)))
            .map(outcome -> Shape.of(line(outcome)))
            .collect(Collectors.toSet());
    assertThat(shapes.toString(), shapes.size(), is(1));
    assertThat(shapes.toString(), not(containsString("NULL")));
    assertThat(shapes.toString(), not(containsString("[]")));
  }

  @Test
  void pass_isTheOneThatAsked() {
    JsonNode line = line(DagOutcome.of(FULL, instruction(Result.Origin.ASKED, 0.5)));
    assertThat(line.path("pass").asText(), is("some pass"));
  }

  @Test
  void record_isAllThatCameWithTheSource() {
    JsonNode line = line(DagOutcome.of(FULL, instruction(Result.Origin.ASKED, 0.5)));
    assertThat(line.path("record").asText(), is(FULL.dag().extra()));
    assertThat(line.path("source").path("line").asInt(), is(7));
  }

  @Test
  void price_thatIsNotKnownIsToldFromNothingPaid() {
    JsonNode unknown =
        line(DagOutcome.of(BARE, instruction(Result.Origin.ASKED, null))).path("usage");
    assertThat(unknown.path("priced").asBoolean(), is(false));
    assertThat(unknown.path("inputTokens").asInt(), is(13));
    JsonNode cached =
        line(DagOutcome.of(BARE, instruction(Result.Origin.CACHED, 0.5))).path("usage");
    assertThat(cached.path("priced").asBoolean(), is(true));
    assertThat(cached.path("costUsd").asDouble(), is(0.0));
  }

  private static Result.Instruction instruction(Result.Origin origin, Double costUsd) {
    return new Result.Instruction(
        "some pass", "Run it daily.", "m", "p", origin, new Usage(10, 2, 3, 4), costUsd);
  }

  /** The line as a reader of the file gets it. */
  private static ObjectNode line(DagOutcome outcome) {
    Result.Instruction instruction = (Result.Instruction) outcome.result();
    Grounding grounding = Grounding.of(instruction.text(), outcome.dag().facts());
    try {
      return (ObjectNode)
          Json.MAPPER.readTree(FullLine.of(outcome, instruction, grounding).toString());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ScoredDag dag(String content, String extra, double priority) {
    Dag dag = new Dag("a", new Origin("f.jsonl", 7), content, extra);
    try (SourceReader reader = new SourceReader()) {
      DagFacts facts = reader.facts(content);
      return new ScoredDag(dag, facts, new Priority(priority, List.of()), "0".repeat(64));
    }
  }
}
