package dagscribe.steps;

import dagscribe.generate.DagOutcome;
import dagscribe.records.RecordBytes;
import dagscribe.records.RecordCoder;
import dagscribe.source.ScoredDag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.jspecify.annotations.Nullable;

/**
 * Gives every duplicate the outcome of the DAG that was asked for in its place.
 *
 * <p>Of equal DAGs the one of the smallest origin becomes the first, whichever was asked, so reruns
 * agree; it carries the cost, the others carry none. Memory holds one shard at a time. Where the
 * input has no end, the one that was asked is the first.
 */
public final class RejoinDuplicates
    extends PTransform<PCollection<DagOutcome>, PCollection<DagOutcome>> {

  /** Members, as they travel and wait. */
  static final RecordBytes<Member> MEMBERS = RecordBytes.of(Member.class);

  private final PCollection<ScoredDag> duplicates;
  private final HashShards shards;

  private RejoinDuplicates(PCollection<ScoredDag> duplicates, HashShards shards) {
    this.duplicates = duplicates;
    this.shards = shards;
  }

  /** Joins these duplicates. */
  public static RejoinDuplicates with(PCollection<ScoredDag> duplicates, HashShards shards) {
    return new RejoinDuplicates(duplicates, shards);
  }

  @Override
  public PCollection<DagOutcome> expand(PCollection<DagOutcome> outcomes) {
    PCollection<KV<Integer, byte[]>> asked =
        outcomes.apply("KeyOutcomes", ParDo.of(new KeyOutcomeFn(shards))).setCoder(coder());
    PCollection<KV<Integer, byte[]>> waiting =
        duplicates.apply("KeyDuplicates", ParDo.of(new KeyDuplicateFn(shards))).setCoder(coder());
    PCollection<KV<Integer, byte[]>> members =
        PCollectionList.of(asked).and(waiting).apply("Together", Flatten.pCollections());
    return rejoin(members).setCoder(RecordCoder.of(DagOutcome.class));
  }

  private static PCollection<DagOutcome> rejoin(PCollection<KV<Integer, byte[]>> members) {
    return members.isBounded() == PCollection.IsBounded.BOUNDED
        ? members.apply("ByShard", GroupByKey.create()).apply("Rejoin", ParDo.of(new RejoinFn()))
        : members.apply("Answer", ParDo.of(new StreamingRejoinFn()));
  }

  private static KvCoder<Integer, byte[]> coder() {
    return KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of());
  }

  /** Either an outcome or a duplicate that waits for one. */
  record Member(@Nullable DagOutcome outcome, @Nullable ScoredDag duplicate) {}

  private static final class KeyOutcomeFn extends DoFn<DagOutcome, KV<Integer, byte[]>> {

    private final HashShards shards;

    KeyOutcomeFn(HashShards shards) {
      this.shards = shards;
    }

    @ProcessElement
    public void process(@Element DagOutcome outcome, OutputReceiver<KV<Integer, byte[]>> out) {
      out.output(
          KV.of(shards.of(outcome.dag().contentSha256()), MEMBERS.pack(new Member(outcome, null))));
    }
  }

  private static final class KeyDuplicateFn extends DoFn<ScoredDag, KV<Integer, byte[]>> {

    private final HashShards shards;

    KeyDuplicateFn(HashShards shards) {
      this.shards = shards;
    }

    @ProcessElement
    public void process(@Element ScoredDag dag, OutputReceiver<KV<Integer, byte[]>> out) {
      out.output(KV.of(shards.of(dag.contentSha256()), MEMBERS.pack(new Member(null, dag))));
    }
  }

  private static final class RejoinFn extends DoFn<KV<Integer, Iterable<byte[]>>, DagOutcome> {

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<byte[]>> shard, OutputReceiver<DagOutcome> out) {
      Map<String, List<ScoredDag>> waiting = new HashMap<>();
      List<DagOutcome> outcomes = new ArrayList<>();
      for (byte[] bytes : shard.getValue()) {
        Member member = MEMBERS.unpack(bytes);
        ScoredDag duplicate = member.duplicate();
        if (duplicate != null) {
          waiting
              .computeIfAbsent(duplicate.contentSha256(), hash -> new ArrayList<>())
              .add(duplicate);
        }
        if (member.outcome() != null) {
          outcomes.add(member.outcome());
        }
      }
      outcomes.forEach(outcome -> share(outcome, waiting.get(outcome.dag().contentSha256()), out));
    }

    private static void share(
        DagOutcome asked, @Nullable List<ScoredDag> duplicates, OutputReceiver<DagOutcome> out) {
      if (duplicates == null) {
        out.output(asked);
        return;
      }
      List<ScoredDag> equals = new ArrayList<>(duplicates);
      equals.add(asked.dag());
      equals.sort(Comparator.comparing(dag -> dag.dag().origin()));
      DagOutcome first = DagOutcome.of(equals.get(0), asked.result());
      out.output(first);
      equals.stream().skip(1).map(first::sharedWith).forEach(out::output);
    }
  }
}
