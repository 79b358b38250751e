package dagscribe.steps;

import dagscribe.generate.DagOutcome;
import dagscribe.metrics.JobMetrics;
import dagscribe.records.RecordBytes;
import dagscribe.records.RecordCoder;
import dagscribe.source.PreparedDag;
import dagscribe.totals.DagTotals;
import dagscribe.totals.RunTotals;
import dagscribe.worker.JobSettings;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.IterableCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupIntoBatches;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Duration;

/**
 * Asks Claude for the instruction of every DAG, and gives one outcome for each.
 *
 * <p>At least once: a bundle that is repeated asks the cache first. No order.
 */
/*
 * A chunk is far larger than a prompt. What it bounds is the memory of one element, and what it
 * gives is enough calls to keep all workers busy: chunks of one key follow each other in one thread,
 * and every end of a bundle is a moment when calls run out. Hence few keys, as many as threads that
 * may work at once, and chunks of thousands. How many DAGs share a prompt is decided inside, after
 * the cache has been asked, so that it never depends on how a runner cut the chunks.
 */
public final class GenerateInstructions
    extends PTransform<PCollection<PreparedDag>, PCollectionTuple> {

  /** One outcome for each DAG. */
  public static final TupleTag<DagOutcome> OUTCOMES = new TupleTag<>("outcomes") {};

  /** Numbers of the calls made. */
  public static final TupleTag<RunTotals> TOTALS = new TupleTag<>("totals") {};

  /** DAGs in a chunk: at 5 a prompt, 400 calls. */
  private static final int CHUNK_DAGS = 2_000;

  /** Records in a chunk, in bytes; large sources make smaller chunks. */
  private static final long CHUNK_BYTES = 32 << 20;

  /** DAGs in a chunk of an input without end, since a checkpoint waits for the calls of a chunk. */
  private static final int GROWING_CHUNK_DAGS = 200;

  /** How long the first DAG of a chunk waits for others, if the input has no end. */
  private static final Duration CHUNK_WAIT = Duration.standardSeconds(1);

  private final JobSettings settings;
  private final String pass;
  private final int partitions;
  private final boolean tellsLog;
  private final boolean inBundles;

  private GenerateInstructions(
      JobSettings settings, String pass, int partitions, boolean tellsLog, boolean inBundles) {
    this.settings = settings;
    this.pass = pass;
    this.partitions = partitions;
    this.tellsLog = tellsLog;
    this.inBundles = inBundles;
  }

  /**
   * Generates with a pass of a job, on what each JVM shares for that job.
   *
   * @param pass name of the pass
   * @param partitions chunks that are worked on at once over the whole job, 1 or more
   */
  public static GenerateInstructions with(JobSettings settings, String pass, int partitions) {
    return new GenerateInstructions(settings, pass, partitions, false, false);
  }

  /** The same, with a word in the log of every worker now and then of how far it is. */
  public GenerateInstructions tellingLogs() {
    return new GenerateInstructions(settings, pass, partitions, true, inBundles);
  }

  /** The same without a grouping, for workers that are all in this process. */
  public GenerateInstructions inBundles() {
    return new GenerateInstructions(settings, pass, partitions, tellsLog, true);
  }

  @Override
  public PCollectionTuple expand(PCollection<PreparedDag> dags) {
    PCollectionTuple generated =
        chunks(dags)
            .apply(
                "Ask",
                ParDo.of(new GenerateFn(settings, pass, tellsLog))
                    .withOutputTags(OUTCOMES, TupleTagList.of(TOTALS)));
    generated.get(OUTCOMES).setCoder(RecordCoder.of(DagOutcome.class));
    generated.get(TOTALS).setCoder(RecordCoder.of(RunTotals.class));
    return generated;
  }

  private PCollection<KV<Integer, Iterable<byte[]>>> chunks(PCollection<PreparedDag> dags) {
    return inBundles && dags.isBounded() == PCollection.IsBounded.BOUNDED
        ? dags.apply("IntoChunks", ParDo.of(new ChunkFn()))
            .setCoder(KvCoder.of(VarIntCoder.of(), IterableCoder.of(ByteArrayCoder.of())))
        : dags.apply("SpreadOverPartitions", ParDo.of(new PartitionFn(partitions)))
            .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()))
            .apply("IntoChunks", grouped(dags.isBounded()));
  }

  private static GroupIntoBatches<Integer, byte[]> grouped(PCollection.IsBounded isBounded) {
    GroupIntoBatches<Integer, byte[]> chunks =
        isBounded == PCollection.IsBounded.BOUNDED
            ? GroupIntoBatches.ofSize(CHUNK_DAGS)
            : GroupIntoBatches.<Integer, byte[]>ofSize(GROWING_CHUNK_DAGS)
                .withMaxBufferingDuration(CHUNK_WAIT);
    return chunks.withByteSize(CHUNK_BYTES);
  }

  /** Deals DAGs out in turn, from a partition that differs between bundles. */
  private static final class PartitionFn extends DoFn<PreparedDag, KV<Integer, byte[]>> {

    private final RecordBytes<PreparedDag> records = RecordBytes.of(PreparedDag.class);
    private final int partitions;
    private int next;
    private long dags;

    PartitionFn(int partitions) {
      this.partitions = partitions;
    }

    @StartBundle
    public void start() {
      next = ThreadLocalRandom.current().nextInt(partitions);
      dags = 0;
    }

    @ProcessElement
    public void process(@Element PreparedDag dag, OutputReceiver<KV<Integer, byte[]>> out) {
      out.output(KV.of(next, records.pack(dag)));
      next = (next + 1) % partitions;
      dags++;
    }

    @FinishBundle
    public void finish() {
      JobMetrics.add(RunTotals.of(DagTotals.distinct(dags)));
    }
  }
}
