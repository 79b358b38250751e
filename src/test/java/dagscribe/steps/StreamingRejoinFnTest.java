package dagscribe.steps;

import static dagscribe.steps.Dags.dag;

import dagscribe.claude.Usage;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.records.RecordCoder;
import dagscribe.source.ScoredDag;
import dagscribe.steps.RejoinDuplicates.Member;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.joda.time.Duration;
import org.junit.jupiter.api.Test;

/** Duplicates of an input without end, in whatever order they and the outcome come. */
class StreamingRejoinFnTest {

  private static final Result ANSWER =
      new Result.Instruction("first", "Build it.", "m", "p", Result.Origin.ASKED, Usage.NONE, 0.5);

  private final TestPipeline pipeline = Dags.pipeline();
  private TestStream.Builder<KV<Integer, byte[]>> stream =
      TestStream.create(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));

  @Test
  void duplicate_waitsForTheOutcomeOrIsAnsweredAtOnce() {
    duplicate("early", "x");
    duplicate("early too", "x");
    duplicate("other", "y");
    outcome("asked", "x", ANSWER);
    duplicate("late", "x");
    expect("asked of null", "early of asked", "early too of asked", "late of asked");
  }

  @Test
  void failure_isSharedToo() {
    outcome("asked", "x", new Result.Failure("SERVER_ERROR", "500", 6));
    duplicate("late", "x");
    expect("asked of null", "late of asked");
  }

  private void outcome(String id, String content, Result result) {
    add(new Member(DagOutcome.of(of(id, content), result), null));
  }

  private void duplicate(String id, String content) {
    add(new Member(null, of(id, content)));
  }

  private static ScoredDag of(String id, String content) {
    return dag(id, id, 1, content, 0.5);
  }

  // Time that passes keeps the order.
  private void add(Member member) {
    stream =
        stream
            .addElements(KV.of(0, RejoinDuplicates.MEMBERS.pack(member)))
            .advanceProcessingTime(Duration.standardHours(1));
  }

  private void expect(String... outcomes) {
    PCollection<DagOutcome> answered =
        pipeline
            .apply(stream.advanceWatermarkToInfinity())
            .apply(ParDo.of(new StreamingRejoinFn()))
            .setCoder(RecordCoder.of(DagOutcome.class));
    PAssert.that(
            answered.apply(
                MapElements.into(TypeDescriptors.strings())
                    .via(
                        (SerializableFunction<DagOutcome, String>)
                            outcome -> outcome.dag().dag().id() + " of " + outcome.duplicateOf())))
        .containsInAnyOrder(outcomes);
    pipeline.run().waitUntilFinish();
  }
}
