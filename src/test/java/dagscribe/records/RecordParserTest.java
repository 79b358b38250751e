package dagscribe.records;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.StatedDag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordParserTest {

  private static final Origin ORIGIN = new Origin("dags.jsonl", 3);

  @Test
  void parse_keepsContentIdAndEveryOtherField() throws MalformedRecordException {
    Dag dag =
        parse(
            "{\"id\":\"a\",\"content\":\"x = 1\\n\",\"metadata\":{\"n\":1.50},\"more\":[1,null]}");
    assertThat(dag.id(), is("a"));
    assertThat(dag.content(), is("x = 1\n"));
    assertThat(dag.extra(), is("{\"metadata\":{\"n\":1.50},\"more\":[1,null]}"));
  }

  @Test
  void parse_givesIdsThatFollowFromTheOrigin() throws MalformedRecordException {
    String first = parse("{\"content\":\"x\"}").id();
    assertThat(first, startsWith("dag-"));
    assertThat(parse("{\"content\":\"x\"}").id(), is(first));
    SourceLine next = new SourceLine(new Origin("dags.jsonl", 4), "{\"content\":\"x\"}", null);
    assertThat(RecordParser.parse(next, "content").dag().id(), not(first));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":null,\"content\":\"x\"} | dag-",
        "{\"id\":\" \",\"content\":\"x\"} | dag-",
        "{\"id\":17,\"content\":\"x\"} | 17",
        "{\"id\":1.0,\"content\":\"x\"} | 1",
        "{\"id\":4e2,\"content\":\"x\"} | 400",
        "{\"id\":NaN,\"content\":\"x\"} | dag-",
      })
  void parse_acceptsIdsThatAreAbsentBlankOrWhole(String line, String id)
      throws MalformedRecordException {
    assertThat(parse(line).id(), startsWith(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | not JSON",
        "{\"content\":\"x | not JSON",
        "{\"content\":\"x\"} {} | not JSON",
        "{\"content\":NaN} | content must be a string, not a null",
        "[1] | not a JSON object but an array",
        "\"x\" | not a JSON object but a string",
        "{} | no content",
        "{\"text\":\"x\"} | no content: the record has `text` instead of `content`: --contentField=text",
        "{\"content\":\"x\",\"a\":[{\"b\":1e400}]} | beyond the range of a double",
        "{\"content\":\"x\",\"a\":-1E+309} | beyond the range of a double",
        "{\"content\":\"x\",\"a\":Infinity} | beyond the range of a double",
        "{\"content\":\"x\",\"metadata\":\"[1]\"} | metadata must be an object",
        "{\"content\":null} | content must be a string, not a null",
        "{\"content\":5} | content must be a string, not a number",
        "{\"content\":[\"x\"]} | content must be a string, not an array",
        "{\"id\":{},\"content\":\"x\"} | id must be a string",
        "{\"id\":1.5,\"content\":\"x\"} | id must be a string",
        "{\"id\":true,\"content\":\"x\"} | id must be a string",
        "{\"content\":\"x\",\"metadata\":[]} | metadata must be an object",
        "{\"content\":\"x\",\"metadata\":{\"line_count\":\"9\"}} | line_count",
        "{\"content\":\"x\",\"metadata\":{\"operators\":\"Bash\"}} | operators",
        "{\"content\":\"\\ud800\"} | surrogate",
        "{\"content\":\"x\",\"id\":\"\\udfff\"} | surrogate",
      })
  void parse_namesWhatIsWrong(String line, String reason) {
    assertThat(reject(line), containsString(reason));
  }

  @Test
  void parse_takesWholeFloatsForIntegersAndNaNForNull() throws MalformedRecordException {
    String line =
        "{\"content\":\"x\",\"metadata\":{\"line_count\":40.0,\"stars\":NaN},\"n\":[NaN]}";
    StatedDag stated = RecordParser.parse(line(line), "content");
    assertThat(
        stated.dag().extra(),
        is("{\"metadata\":{\"line_count\":40.0,\"stars\":null},\"n\":[null]}"));
    assertThat(stated.given().lineCount(), is(40));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"{\\\"line_count\\\": 40}\" | 40",
        "\"{\\\"line_count\\\": 40.0, \\\"a\\\": NaN}\" | 40",
        "\"\" |",
        "\"{}\" |",
      })
  void parse_takesMetadataGivenAsText(String metadata, @Nullable Integer lines)
      throws MalformedRecordException {
    SourceLine line = line("{\"content\":\"x\",\"metadata\":" + metadata + "}");
    assertThat(RecordParser.parse(line, "content").given().lineCount(), is(lines));
  }

  @Test
  void parse_findsTheSourceUnderTheNameGiven() throws MalformedRecordException {
    String line = "{\"text\":\"x = 1\",\"content\":\"mine\"}";
    Dag dag = RecordParser.parse(line(line), "text").dag();
    assertThat(dag.content(), is("x = 1"));
    assertThat(dag.extra(), is("{\"content\":\"mine\"}"));
  }

  @Test
  void parse_refusesAbsurdNesting() {
    String nested = "[".repeat(5_000) + "]".repeat(5_000);
    assertThat(
        reject("{\"content\":\"x\",\"metadata\":{\"a\":" + nested + "}}"),
        containsString("JSON beyond a limit"));
  }

  @Test
  void parse_acceptsAPairOfSurrogates() throws MalformedRecordException {
    assertThat(parse("{\"content\":\"\\ud83d\\ude00\"}").content(), is("\uD83D\uDE00"));
  }

  @Test
  void parse_passesTheDefectOfALineOn() {
    SourceLine line = new SourceLine(ORIGIN, "", "line is not valid UTF-8");
    Exception e =
        assertThrows(MalformedRecordException.class, () -> RecordParser.parse(line, "content"));
    assertThat(e.getMessage(), is("line is not valid UTF-8"));
  }

  private static SourceLine line(String text) {
    return new SourceLine(ORIGIN, text, null);
  }

  private static Dag parse(String text) throws MalformedRecordException {
    return RecordParser.parse(line(text), "content").dag();
  }

  private static String reject(String text) {
    return assertThrows(MalformedRecordException.class, () -> parse(text)).getMessage();
  }
}
