package dagscribe.steps;

import dagscribe.metrics.JobMetrics;
import dagscribe.records.RecordBytes;
import dagscribe.source.PreparedDag;
import dagscribe.totals.DagTotals;
import dagscribe.totals.RunTotals;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;

/**
 * Cuts the DAGs of a bundle into chunks, without a grouping: the first is small, so that the first
 * call leaves at once, and each has twice as many DAGs as the one before it, so that all but the
 * last prompt of a chunk are full. Chunks are of whole numbers of prompts of 1, 2, 4, 5, 10 and 20.
 */
final class ChunkFn extends DoFn<PreparedDag, KV<Integer, Iterable<byte[]>>> {

  /** The partition of a process that has the whole job. */
  private static final int PARTITION = 0;

  private static final int FIRST_DAGS = 20;

  /** Some seconds' work for one core, while twice the calls of as many DAGs are under way. */
  private static final int MOST_DAGS = 1_280;

  /** Records in a chunk, in bytes. */
  private static final long MOST_BYTES = 8 << 20;

  private final RecordBytes<PreparedDag> records = RecordBytes.of(PreparedDag.class);
  private transient List<byte[]> chunk = new ArrayList<>();
  private transient long bytes;
  private transient int wanted;

  @StartBundle
  public void start() {
    chunk = new ArrayList<>();
    bytes = 0;
    wanted = FIRST_DAGS;
  }

  @ProcessElement
  public void process(@Element PreparedDag dag, OutputReceiver<KV<Integer, Iterable<byte[]>>> out) {
    List<byte[]> full = add(dag);
    if (!full.isEmpty()) {
      out.output(KV.of(PARTITION, full));
    }
  }

  /** The chunk that a DAG makes full; empty if it makes none. */
  List<byte[]> add(PreparedDag dag) {
    byte[] packed = records.pack(dag);
    chunk.add(packed);
    bytes += packed.length + dag.scored().dag().bytesInFile();
    return chunk.size() >= wanted || bytes >= MOST_BYTES ? next() : List.of();
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    if (!chunk.isEmpty()) {
      context.output(
          KV.of(PARTITION, next()), GlobalWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
    }
  }

  private List<byte[]> next() {
    List<byte[]> full = chunk;
    JobMetrics.add(RunTotals.of(DagTotals.distinct(full.size())));
    chunk = new ArrayList<>();
    bytes = 0;
    wanted = Math.min(MOST_DAGS, 2 * wanted);
    return full;
  }
}
