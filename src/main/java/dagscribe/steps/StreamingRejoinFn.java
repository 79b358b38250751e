package dagscribe.steps;

import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.records.RecordCoder;
import dagscribe.source.ScoredDag;
import dagscribe.steps.RejoinDuplicates.Member;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.state.MapState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Rejoins duplicates of an input without end: one that comes before the outcome of the DAG that was
 * asked waits for it, one that comes later is answered at once.
 *
 * <p>The DAG that was asked is the first. State holds the result of every content there ever was,
 * some hundred bytes each, and the sources of those that wait only.
 */
final class StreamingRejoinFn extends DoFn<KV<Integer, byte[]>, DagOutcome> {

  /** The result of a content, and whose it was. */
  record Known(String id, Result result) {}

  /** Equal DAGs that wait for the outcome. */
  record Waiting(List<ScoredDag> dags) {}

  @StateId("known")
  private final StateSpec<MapState<String, Known>> knownSpec =
      StateSpecs.map(StringUtf8Coder.of(), RecordCoder.of(Known.class));

  @StateId("waiting")
  private final StateSpec<MapState<String, Waiting>> waitingSpec =
      StateSpecs.map(StringUtf8Coder.of(), RecordCoder.of(Waiting.class));

  @ProcessElement
  public void process(
      @Element KV<Integer, byte[]> keyed,
      @StateId("known") MapState<String, Known> known,
      @StateId("waiting") MapState<String, Waiting> waiting,
      OutputReceiver<DagOutcome> out) {
    Member member = RejoinDuplicates.MEMBERS.unpack(keyed.getValue());
    ScoredDag duplicate = member.duplicate();
    if (duplicate != null) {
      answer(duplicate, known, waiting, out);
    }
    DagOutcome outcome = member.outcome();
    if (outcome != null) {
      share(outcome, known, waiting, out);
    }
  }

  private static void answer(
      ScoredDag duplicate,
      MapState<String, Known> known,
      MapState<String, Waiting> waiting,
      OutputReceiver<DagOutcome> out) {
    String hash = duplicate.contentSha256();
    Known first = known.get(hash).read();
    if (first != null) {
      out.output(new DagOutcome(duplicate, first.result(), first.id()));
      return;
    }
    List<ScoredDag> dags = new ArrayList<>(dags(waiting.get(hash).read()));
    dags.add(duplicate);
    waiting.put(hash, new Waiting(dags));
  }

  private static void share(
      DagOutcome outcome,
      MapState<String, Known> known,
      MapState<String, Waiting> waiting,
      OutputReceiver<DagOutcome> out) {
    String hash = outcome.dag().contentSha256();
    known.put(hash, new Known(outcome.dag().dag().id(), outcome.result()));
    out.output(outcome);
    dags(waiting.get(hash).read()).forEach(dag -> out.output(outcome.sharedWith(dag)));
    waiting.remove(hash);
  }

  private static List<ScoredDag> dags(@Nullable Waiting waiting) {
    return waiting == null ? List.of() : waiting.dags();
  }
}
