package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.Usage;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.records.OutputFormat;
import dagscribe.records.RecordCoder;
import dagscribe.totals.RunTotals;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RouteOutcomesTest {

  private static final Result DONE =
      new Result.Instruction(
          "first", "Build it.", "m", "p", Result.Origin.CACHED, Usage.NONE, 0.25);

  private final TestPipeline pipeline = Dags.pipeline();

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void route_sendsEveryOutcomeToItsDestination(OutputFormat format) {
    PCollectionTuple routed =
        route(
            format,
            outcome(DONE),
            outcome(
                new Result.Review(Result.ReviewReason.REFUSED, "declined", "first", "", "m", 1)),
            outcome(new Result.Failure("SERVER_ERROR", "500", 6)),
            outcome(new Result.Deferral("SPEND_LIMIT", "spent")));
    PAssert.that(Dags.reasons(routed.get(RouteOutcomes.LINES)))
        .containsInAnyOrder(
            "instructions ", "review REFUSED", "failed SERVER_ERROR", "deferred SPEND_LIMIT");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void route_tellsWhatWasReusedAndWhatStoppedTheRun() {
    DagOutcome first = outcome(DONE);
    PCollectionTuple routed =
        route(
            OutputFormat.FULL,
            first,
            first.sharedWith(first.dag()),
            outcome(new Result.Deferral("SPEND_LIMIT", "spent")));
    PAssert.that(routed.get(RouteOutcomes.TOTALS))
        .satisfies(
            parts -> {
              RunTotals sum = RunTotals.NONE;
              for (RunTotals part : parts) {
                sum = sum.plus(part);
              }
              assertThat(sum.dags().cached(), is(2L));
              assertThat(sum.dags().duplicates(), is(1L));
              assertThat(sum.dags().unsharedNanoUsd(), is(500_000_000L));
              assertThat(sum.stops(), is(Map.of("SPEND_LIMIT", "spent")));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private PCollectionTuple route(OutputFormat format, DagOutcome... outcomes) {
    return pipeline
        .apply(Create.of(List.of(outcomes)).withCoder(RecordCoder.of(DagOutcome.class)))
        .apply(RouteOutcomes.as(format));
  }

  private static DagOutcome outcome(Result result) {
    return DagOutcome.of(Dags.dag("a", "f", 1, "x = 1\n", 0.5), result);
  }
}
