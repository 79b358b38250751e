package dagscribe.steps;

import dagscribe.generate.DagOutcome;
import dagscribe.generate.InstructionGenerator;
import dagscribe.metrics.JobMetrics;
import dagscribe.progress.Progress;
import dagscribe.records.RecordBytes;
import dagscribe.source.PreparedDag;
import dagscribe.totals.RunTotals;
import dagscribe.worker.JobSettings;
import dagscribe.worker.SharedResources;
import dagscribe.worker.WorkerRegistry;
import dagscribe.worker.WorkerRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.KV;
import org.jspecify.annotations.Nullable;

/**
 * Hands chunks to the generator of this JVM and gives out their outcomes, as many as there were
 * DAGs.
 */
/*
 * A chunk's calls start when the chunk comes, and its outcomes leave when it is done, perhaps while a
 * later chunk is being processed: there is no pause in the calls at the end of a chunk, only at the
 * end of a bundle. Nothing is kept beyond the bundle. All elements are in the global window of a
 * bounded input, so no timestamp is moved.
 */
final class GenerateFn extends DoFn<KV<Integer, Iterable<byte[]>>, DagOutcome> {

  private final RecordBytes<PreparedDag> records = RecordBytes.of(PreparedDag.class);
  private final JobSettings settings;
  private final String pass;
  private final boolean tellsLog;
  private transient SharedResources.@Nullable Lease<WorkerRuntime> lease;
  private transient SharedResources.@Nullable Lease<Progress> progress;
  private transient @Nullable PendingChunks pending;

  /**
   * @param pass name of the pass that asks
   * @param tellsLog whether the log of this process hears how far it is
   */
  GenerateFn(JobSettings settings, String pass, boolean tellsLog) {
    this.settings = settings;
    this.pass = pass;
    this.tellsLog = tellsLog;
  }

  @Setup
  public void open() {
    lease = WorkerRegistry.ofThisProcess().lease(settings);
    progress = tellsLog ? WorkerProgress.lease() : null;
  }

  @StartBundle
  public void start() {
    pending = new PendingChunks();
  }

  @ProcessElement
  public void process(@Element KV<Integer, Iterable<byte[]>> keyed, MultiOutputReceiver out)
      throws InterruptedException {
    List<PreparedDag> chunk = new ArrayList<>();
    long bytes = 0;
    for (byte[] packed : keyed.getValue()) {
      chunk.add(records.unpack(packed));
      bytes += packed.length;
    }
    InstructionGenerator generator = SetUp.open(lease).resource().generator(pass);
    generator.take(keyed.getKey());
    SetUp.open(pending).add(chunk.size(), bytes, generator.generate(chunk));
    Consumer<DagOutcome> outcomes = out.get(GenerateInstructions.OUTCOMES)::output;
    SetUp.open(pending).makeRoom(outcomes);
  }

  @FinishBundle
  public void finish(FinishBundleContext context) throws InterruptedException {
    SetUp.open(pending)
        .drain(
            outcome ->
                context.output(outcome, GlobalWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE));
    InstructionGenerator generator = SetUp.open(lease).resource().generator(pass);
    RunTotals totals = generator.takeTotals();
    JobMetrics.add(totals);
    JobMetrics.inFlight(generator.requestsInFlight());
    if (!totals.equals(RunTotals.NONE)) {
      context.output(
          GenerateInstructions.TOTALS,
          totals,
          GlobalWindow.TIMESTAMP_MIN_VALUE,
          GlobalWindow.INSTANCE);
    }
  }

  @Teardown
  public void close() {
    if (progress != null) {
      progress.close();
    }
    if (lease != null) {
      lease.close();
    }
  }
}
