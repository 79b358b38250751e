package dagscribe.steps;

import static dagscribe.steps.Dags.prepared;

import dagscribe.source.PreparedDag;
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
            prepared("low", "f", 1, "a", 0.1),
            prepared("high", "f", 2, "b", 0.9),
            prepared("mid", "f", 3, "c", 0.5)),
        List.of("high", "mid"),
        List.of("skipped NOT_IN_TOP"));
  }

  @Test
  void keepTop_amongEqualsTakesThoseReadFirst() {
    List<PreparedDag> dags = new ArrayList<>();
    for (int line = 12; line >= 1; line--) {
      dags.add(prepared("g" + line, "g", line, "x" + line, 0.5));
    }
    dags.add(prepared("f7", "f", 7, "y", 0.5));
    check(3, dags, List.of("f7", "g1", "g2"), skipped(10));
  }

  @Test
  void keepTop_ofFewerThanThatKeepsAll() {
    check(
        10,
        List.of(prepared("a", "f", 1, "a", 0), prepared("b", "f", 2, "b", 1)),
        List.of("a", "b"),
        List.of());
  }

  @Test
  void keepTop_ofExactlyThatKeepsAll() {
    check(1, List.of(prepared("a", "f", 1, "a", 0.3)), List.of("a"), List.of());
  }

  @Test
  void keepTop_ofNothingIsNothing() {
    check(5, List.of(), List.of(), List.of());
  }

  private void check(int count, List<PreparedDag> dags, List<String> kept, List<String> skipped) {
    PCollectionTuple parts = Dags.createPrepared(pipeline, dags).apply(KeepTopDags.of(count));
    PAssert.that(Dags.preparedIds(parts.get(PrepareDags.KEPT))).containsInAnyOrder(kept);
    PAssert.that(Dags.reasons(parts.get(PrepareDags.SKIPPED))).containsInAnyOrder(skipped);
    pipeline.run().waitUntilFinish();
  }

  private static List<String> skipped(int count) {
    return Collections.nCopies(count, "skipped NOT_IN_TOP");
  }
}
