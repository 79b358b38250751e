package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

class WatchedInputTest {

  private final TestPipeline pipeline = TestPipeline.create().enableAbandonedNodeEnforcement(false);

  @Test
  void lines_ofAnInputWithoutEndAreUnbounded() {
    Input input = new Input(List.of(), List.of("none/*"), Duration.ofSeconds(1), "content");
    PCollectionTuple read = pipeline.apply(ReadLines.of(input));
    assertThat(read.get(ReadLines.LINES).isBounded(), is(PCollection.IsBounded.UNBOUNDED));
    assertThat(read.get(ReadLines.TOTALS).isBounded(), is(PCollection.IsBounded.UNBOUNDED));
  }
}
