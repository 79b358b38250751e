package dagscribe.records;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.generate.Result;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @Test
  void failed_hasTheSourceWhereTheRecordHadIt() throws Exception {
    SourceLine before =
        new SourceLine(ORIGIN, "{\"id\":\"a\",\"source\":\"x\",\"content\":\"mine\"}", null);
    Dag dag = RecordParser.parse(before, "source").dag();
    String line = RecordLines.failed(dag, new Result.Failure("TIMEOUT", "slow", 3)).json();
    assertThat(RecordParser.parse(new SourceLine(ORIGIN, line, null), "source").dag(), is(dag));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"id\":\"a7\",\"content\":\"cut off | a7",
        "{\"note\":{\"id\":\"inner\"},\"id\":7.0,\"content\":5} | 7",
        "{\"id\":\"a7\",\"content\":\"x\"} and more | a7",
        "{\"id\":\"a7\",oops | a7",
        "{\"id\":\"cut | dag-",
        "{\"id\":\"\\ud800\",\"content\":\"x\"} | dag-",
        "{\"id\":\"na\uFFFDve\",\"content\":\"x\"} | dag-",
        "{\"id\":[1],\"content\":\"x\"} | dag-",
        "[\"id\",\"a7\"] | dag-",
        "oops | dag-",
      })
  void malformed_keepsTheIdThatCanBeRead(String text, String id) throws Exception {
    OutputLine line = RecordLines.malformed(new SourceLine(ORIGIN, text, null), "why");
    assertThat(read(line.json()).path("id").asText(), startsWith(id));
  }

  private static Dag parse(String text) throws MalformedRecordException {
    return RecordParser.parse(new SourceLine(ORIGIN, text, null), "content").dag();
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return Json.MAPPER.readTree(json);
  }
}
