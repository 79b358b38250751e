package dagscribe.io;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.dag.Dag;
import dagscribe.dag.Origin;
import dagscribe.generate.Result;
import org.junit.jupiter.api.Test;

class RecordLinesTest {

  private static final Origin ORIGIN = new Origin("dags.jsonl", 3);

  @Test
  void failed_isValidInputAndReadsBackAsTheRecordItWas() throws Exception {
    Dag dag = parse("{\"id\":\"a\",\"content\":\"x\",\"metadata\":{\"k\":1},\"tag\":\"t\"}");
    String line = RecordLines.failed(dag, new Result.Failure("TIMEOUT", "slow", 3)).json();
    assertThat(read(line).path("kind").asText(), is("TIMEOUT"));
    assertThat(read(line).path("attempts").asInt(), is(3));
    assertThat(parse(line), is(dag));
  }

  @Test
  void failed_keepsFieldsThatBearANameOfOurs() throws Exception {
    Dag dag = parse("{\"id\":\"a\",\"content\":\"x\",\"source\":\"github\",\"kind\":\"etl\"}");
    String line = RecordLines.failed(dag, new Result.Failure("TIMEOUT", "slow", 3)).json();
    assertThat(read(line).path("source").path("line").asInt(), is(3));
    assertThat(read(parse(line).extra()), is(read(dag.extra())));
  }

  @Test
  void failed_againAndAgainPilesNothingUp() throws Exception {
    Dag dag = parse("{\"id\":\"a\",\"content\":\"x\",\"source\":\"github\"}");
    Result.Failure failure = new Result.Failure("TIMEOUT", "slow", 3);
    String once = RecordLines.failed(dag, failure).json();
    assertThat(RecordLines.failed(parse(once), failure).json(), is(once));
  }

  @Test
  void deferred_isValidInput() throws Exception {
    Dag dag = parse("{\"id\":\"a\",\"content\":\"x\",\"reason\":\"mine\"}");
    String line = RecordLines.deferred(dag, new Result.Deferral("COST_CAP", "spent")).json();
    assertThat(read(line).path("reason").asText(), is("COST_CAP"));
    assertThat(parse(line), is(dag));
  }

  @Test
  void malformed_keepsTheTextAndSaysWhy() throws Exception {
    OutputLine line = RecordLines.malformed(new SourceLine(ORIGIN, "{oops", null), "not JSON");
    JsonNode json = read(line.json());
    assertThat(json.path("raw").asText(), is("{oops"));
    assertThat(json.path("kind").asText(), is("MALFORMED"));
    assertThat(json.path("message").asText(), is("not JSON"));
    assertThat(json.path("source").path("file").asText(), is("dags.jsonl"));
  }

  private static Dag parse(String text) throws MalformedRecordException {
    return RecordParser.parse(new SourceLine(ORIGIN, text, null));
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return Json.MAPPER.readTree(json);
  }
}
