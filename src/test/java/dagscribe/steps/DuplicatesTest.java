package dagscribe.steps;

import static dagscribe.steps.Dags.dag;
import static dagscribe.steps.Dags.prepared;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dagscribe.claude.Usage;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.records.RecordCoder;
import dagscribe.source.Origin;
import dagscribe.source.PreparedDag;
import dagscribe.source.ScoredDag;
import dagscribe.worker.FirstOfContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link DeduplicateDags} and {@link RejoinDuplicates}, which undoes it. */
class DuplicatesTest {

  private static final Result ANSWER =
      new Result.Instruction("first", "Build it.", "m", "p", Result.Origin.ASKED, Usage.NONE, 0.5);

  private final TestPipeline pipeline = Dags.pipeline();

  @ParameterizedTest
  @MethodSource("deduplications")
  void deduplicate_letsOneOfEachContentThrough(DeduplicateDags deduplication) {
    List<PreparedDag> dags = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      dags.add(prepared("d" + i, "f", i + 1, "x = " + i % 20 + " ".repeat(i % 3), 0.5));
    }
    PCollectionTuple parts = Dags.createPrepared(pipeline, dags).apply(deduplication);
    PAssert.that(
            Dags.mapped(parts.get(DeduplicateDags.DISTINCT), dag -> dag.scored().contentSha256()))
        .satisfies(
            hashes -> {
              assertThat(ImmutableList.copyOf(hashes), hasSize(20));
              assertThat(ImmutableSet.copyOf(hashes), hasSize(20));
              return null;
            });
    PAssert.that(Dags.mapped(parts.get(DeduplicateDags.DUPLICATES), ScoredDag::contentSha256))
        .satisfies(
            hashes -> {
              assertThat(ImmutableList.copyOf(hashes), hasSize(40));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  static Stream<DeduplicateDags> deduplications() {
    return Stream.of(DeduplicateDags.on(new HashShards(4)), DeduplicateDags.in("test"));
  }

  @Test
  void firstOfContent_isStillTheFirstIfItsStepIsRepeated() {
    try (FirstOfContent firsts = new FirstOfContent()) {
      Origin first = new Origin("b", 2);
      assertThat(firsts.isFirst("hash", first), is(true));
      assertThat(firsts.isFirst("hash", new Origin("a", 1)), is(false));
      assertThat(firsts.isFirst("hash", first), is(true));
    }
  }

  /** Whichever was asked, the first is the one of the smallest file and line. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void rejoin_callsTheSmallestOriginTheFirst(int asked) {
    List<ScoredDag> equals =
        new ArrayList<>(
            List.of(
                dag("b2", "b", 2, "x", 0.5),
                dag("a10", "a", 10, "x", 0.5),
                dag("a9", "a", 9, "x", 0.5),
                dag("c1", "c", 1, "x", 0.5)));
    ScoredDag one = equals.remove(asked);
    rejoined(List.of(DagOutcome.of(one, ANSWER)), equals)
        .containsInAnyOrder("a9 of null", "a10 of a9", "b2 of a9", "c1 of a9");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void rejoin_leavesThoseWithoutDuplicatesAsTheyAre() {
    rejoined(
            List.of(
                DagOutcome.of(dag("a", "f", 1, "x", 0.5), ANSWER),
                DagOutcome.of(dag("b", "f", 2, "y", 0.5), ANSWER)),
            List.of(dag("c", "f", 3, "y", 0.5)))
        .containsInAnyOrder("a of null", "b of null", "c of b");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void rejoin_sharesFailuresToo() {
    Result failure = new Result.Failure("SERVER_ERROR", "500", 6);
    rejoined(
            List.of(DagOutcome.of(dag("a", "f", 1, "x", 0.5), failure)),
            List.of(dag("b", "f", 2, "x", 0.5)))
        .containsInAnyOrder("a of null", "b of a");
    pipeline.run().waitUntilFinish();
  }

  private PAssert.IterableAssert<String> rejoined(
      List<DagOutcome> outcomes, List<ScoredDag> duplicates) {
    PCollection<ScoredDag> waiting = Dags.create(pipeline, duplicates);
    PCollection<DagOutcome> all =
        pipeline
            .apply("Outcomes", Create.of(outcomes).withCoder(RecordCoder.of(DagOutcome.class)))
            .apply(RejoinDuplicates.with(waiting, new HashShards(3)));
    return PAssert.that(
        all.apply(
            MapElements.into(TypeDescriptors.strings())
                .via(
                    (SerializableFunction<DagOutcome, String>)
                        outcome -> outcome.dag().dag().id() + " of " + outcome.duplicateOf())));
  }
}
