package dagscribe.steps;

import static dagscribe.steps.Dags.dag;

import dagscribe.source.ScoredDag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

class KeepTopDagsTest {

  private final TestPipeline pipeline = Dags.pipeline();

  @Test
  void keepTop_takesTheHighestPriorities() {
    check(
        2,
        List.of(
            dag("low", "f", 1, "a", 0.1),
            dag("high", "f", 2, "b", 0.9),
            dag("mid", "f", 3, "c", 0.5)),
        List.of("high", "mid"),
        List.of("skipped NOT_IN_TOP"));
  }

  @Test
  void keepTop_amongEqualsTakesThoseReadFirst() {
    List<ScoredDag> dags = new ArrayList<>();
    for (int line = 12; line >= 1; line--) {
      dags.add(dag("g" + line, "g", line, "x" + line, 0.5));
    }
    dags.add(dag("f7", "f", 7, "y", 0.5));
    check(3, dags, List.of("f7", "g1", "g2"), skipped(10));
  }

  @Test
  void keepTop_ofFewerThanThatKeepsAll() {
    check(
        10,
        List.of(dag("a", "f", 1, "a", 0), dag("b", "f", 2, "b", 1)),
        List.of("a", "b"),
        List.of());
  }

  @Test
  void keepTop_ofExactlyThatKeepsAll() {
    check(1, List.of(dag("a", "f", 1, "a", 0.3)), List.of("a"), List.of());
  }

  @Test
  void keepTop_ofNothingIsNothing() {
    check(5, List.of(), List.of(), List.of());
  }

  private void check(int count, List<ScoredDag> dags, List<String> kept, List<String> skipped) {
    PCollectionTuple parts = Dags.create(pipeline, dags).apply(KeepTopDags.of(count));
    PAssert.that(Dags.ids(parts.get(FilterDags.KEPT))).containsInAnyOrder(kept);
    PAssert.that(Dags.reasons(parts.get(FilterDags.SKIPPED))).containsInAnyOrder(skipped);
    pipeline.run().waitUntilFinish();
  }

  private static List<String> skipped(int count) {
    return Collections.nCopies(count, "skipped NOT_IN_TOP");
  }
}
