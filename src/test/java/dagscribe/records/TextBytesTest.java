package dagscribe.records;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.Text;
import dagscribe.totals.Destination;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextBytesTest {

  static Stream<Text> texts() {
    return Stream.of(
        Text.of(""),
        Text.of("{\"file\":\"é\"}"),
        Text.of("x\uD83D\uDE00\n".repeat(30_000)),
        Text.in("/tmp/a b", 1L << 40, 1 << 20));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text_travelsAsItIsWhereverItIs(Text text) throws Exception {
    Dag dag = new Dag("a", new Origin("f", 1), text, "content", text);
    assertThat(CoderUtils.clone(RecordCoder.of(Dag.class), dag), is(dag));
    SourceLine read = new SourceLine(dag.origin(), text, null);
    assertThat(CoderUtils.clone(RecordCoder.of(SourceLine.class), read), is(read));
    OutputLine written = new OutputLine(Destination.FAILED, "why", text);
    assertThat(CoderUtils.clone(OutputLineCoder.of(), written), is(written));
  }
}
