package dagscribe.steps;

import dagscribe.records.RecordCoder;
import dagscribe.source.PreparedDag;
import dagscribe.source.ScoredDag;
import dagscribe.worker.FirstOfContent;
import dagscribe.worker.SharedResources;
import dagscribe.worker.WorkerRegistry;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.state.SetState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of several equal DAGs through; equal means one {@link dagscribe.source.ContentHash}. The
 * others come out apart, to be joined with its outcome by {@link RejoinDuplicates}.
 *
 * <p>Exact over the whole input. What is held are the hashes seen, about 250 bytes a DAG, and no
 * source: in memory if all workers are in this process, otherwise in state.
 */
/*
 * State needs a grouping, and on Flink a grouping of an input that ends gives nothing on before it
 * has all: nothing would be asked until all had been read. In one process no grouping is needed.
 *
 * The state is held on shards of the hash, not on the hash itself: the DirectRunner makes one bundle
 * of every key, and a hundred thousand bundles do not end.
 *
 * Whichever arrives first goes on, so nothing is buffered. That depends on timing and is harmless:
 * what is asked follows from the content alone, and which of the equals is called the first in the
 * output is settled afterwards, by the smallest origin.
 */
public final class DeduplicateDags extends PTransform<PCollection<PreparedDag>, PCollectionTuple> {

  /** One DAG of each content. */
  public static final TupleTag<PreparedDag> DISTINCT = new TupleTag<>("distinct") {};

  /** All others. */
  public static final TupleTag<ScoredDag> DUPLICATES = new TupleTag<>("duplicates") {};

  private final @Nullable HashShards shards;
  private final String process;

  private DeduplicateDags(@Nullable HashShards shards, String process) {
    this.shards = shards;
    this.process = process;
  }

  /** Deduplicates with state on these shards. */
  public static DeduplicateDags on(HashShards shards) {
    return new DeduplicateDags(shards, "");
  }

  /**
   * Deduplicates in the memory of this process, which must have all workers.
   *
   * @param process name of the job in it
   */
  public static DeduplicateDags in(String process) {
    return new DeduplicateDags(null, process);
  }

  @Override
  public PCollectionTuple expand(PCollection<PreparedDag> dags) {
    TupleTagList others = TupleTagList.of(DUPLICATES);
    PCollectionTuple split =
        shards == null
            ? dags.apply(
                "Deduplicate", ParDo.of(new InProcessFn(process)).withOutputTags(DISTINCT, others))
            : dags.apply("KeyByShard", ParDo.of(new KeyFn(shards)))
                .setCoder(KvCoder.of(VarIntCoder.of(), RecordCoder.of(PreparedDag.class)))
                .apply(
                    "Deduplicate", ParDo.of(new DeduplicateFn()).withOutputTags(DISTINCT, others));
    split.get(DISTINCT).setCoder(RecordCoder.of(PreparedDag.class));
    split.get(DUPLICATES).setCoder(RecordCoder.of(ScoredDag.class));
    return split;
  }

  private static void emit(PreparedDag dag, boolean isFirst, MultiOutputReceiver out) {
    if (isFirst) {
      out.get(DISTINCT).output(dag);
    } else {
      out.get(DUPLICATES).output(dag.scored());
    }
  }

  private static final class InProcessFn extends DoFn<PreparedDag, PreparedDag> {

    private final String process;
    private transient SharedResources.@Nullable Lease<FirstOfContent> firsts;

    InProcessFn(String process) {
      this.process = process;
    }

    @Setup
    public void open() {
      firsts = WorkerRegistry.ofThisProcess().resources().lease(process, FirstOfContent::new);
    }

    @ProcessElement
    public void process(@Element PreparedDag dag, MultiOutputReceiver out) {
      FirstOfContent known = SetUp.open(firsts).resource();
      ScoredDag scored = dag.scored();
      emit(dag, known.isFirst(scored.contentSha256(), scored.dag().origin()), out);
    }

    @Teardown
    public void close() {
      if (firsts != null) {
        firsts.close();
      }
    }
  }

  private static final class KeyFn extends DoFn<PreparedDag, KV<Integer, PreparedDag>> {

    private final HashShards shards;

    KeyFn(HashShards shards) {
      this.shards = shards;
    }

    @ProcessElement
    public void process(@Element PreparedDag dag, OutputReceiver<KV<Integer, PreparedDag>> out) {
      out.output(KV.of(shards.of(dag.scored().contentSha256()), dag));
    }
  }

  private static final class DeduplicateFn extends DoFn<KV<Integer, PreparedDag>, PreparedDag> {

    @StateId("seen")
    private final StateSpec<SetState<String>> seenSpec = StateSpecs.set(StringUtf8Coder.of());

    @ProcessElement
    public void process(
        @Element KV<Integer, PreparedDag> keyed,
        @StateId("seen") SetState<String> seen,
        MultiOutputReceiver out) {
      PreparedDag dag = keyed.getValue();
      emit(dag, seen.addIfAbsent(dag.scored().contentSha256()).read(), out);
    }
  }
}
