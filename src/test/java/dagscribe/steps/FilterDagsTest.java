package dagscribe.steps;

import static dagscribe.steps.Dags.withOperators;

import dagscribe.source.SelectionRules;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

class FilterDagsTest {

  private final TestPipeline pipeline = Dags.pipeline();

  @Test
  void filter_keepsWhatIsWorthAskingAndSaysWhyTheRestIsNot() {
    PCollectionTuple parts =
        Dags.create(
                pipeline,
                List.of(
                    withOperators("short", 4, List.of("PythonOperator")),
                    withOperators("basic", 9, List.of("BashOperator")),
                    withOperators("custom", 9, List.of()),
                    withOperators("mixed", 9, List.of("BashOperator", "PythonOperator"))))
            .apply(FilterDags.by(new SelectionRules(5, Set.of("BashOperator"), 0)));
    PAssert.that(Dags.ids(parts.get(FilterDags.KEPT))).containsInAnyOrder("custom", "mixed");
    PAssert.that(Dags.reasons(parts.get(FilterDags.SKIPPED)))
        .containsInAnyOrder("skipped TOO_FEW_LINES", "skipped ONLY_BASIC_OPERATORS");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void filter_ofLowPriority() {
    PCollectionTuple parts =
        Dags.create(
                pipeline,
                List.of(Dags.dag("low", "f", 1, "x", 0.399), Dags.dag("high", "f", 2, "y", 0.4)))
            .apply(FilterDags.by(new SelectionRules(0, Set.of(), 0.4)));
    PAssert.that(Dags.ids(parts.get(FilterDags.KEPT))).containsInAnyOrder("high");
    PAssert.that(Dags.reasons(parts.get(FilterDags.SKIPPED)))
        .containsInAnyOrder("skipped LOW_PRIORITY");
    pipeline.run().waitUntilFinish();
  }
}
