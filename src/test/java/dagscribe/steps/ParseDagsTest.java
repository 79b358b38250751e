package dagscribe.steps;

import dagscribe.records.RecordCoder;
import dagscribe.records.SourceLine;
import dagscribe.source.Origin;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

class ParseDagsTest {

  private final TestPipeline pipeline = Dags.pipeline();

  @Test
  void parse_sendsEveryLineOneWayOrTheOther() {
    PCollectionTuple parsed =
        pipeline
            .apply(
                Create.of(
                        List.of(
                            line(1, "{\"id\":\"a\",\"content\":\"x = 1\"}", null),
                            line(2, "no json", null),
                            line(3, "{\"id\":\"c\",\"content\":\"y\"}", "not valid UTF-8")))
                    .withCoder(RecordCoder.of(SourceLine.class)))
            .apply(ParseDags.of("content"));
    PAssert.that(Dags.statedIds(parsed.get(ParseDags.DAGS))).containsInAnyOrder("a");
    PAssert.that(Dags.reasons(parsed.get(ParseDags.MALFORMED)))
        .containsInAnyOrder("failed MALFORMED", "failed MALFORMED");
    pipeline.run().waitUntilFinish();
  }

  private static SourceLine line(long number, String text, String defect) {
    return new SourceLine(new Origin("f", number), text, defect);
  }
}
