package dagscribe.steps;

import dagscribe.estimate.Survey;
import dagscribe.estimate.SurveySettings;
import dagscribe.records.RecordCoder;
import dagscribe.source.PreparedDag;
import dagscribe.totals.RunTotals;
import dagscribe.worker.SharedResources;
import dagscribe.worker.WorkerRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Measures what it would take to ask about every DAG, and asks nobody.
 *
 * <p>DAGs that differ and are the same once they are shortened count once if they are measured
 * together, as in a run.
 */
public final class SurveyDags extends PTransform<PCollection<PreparedDag>, PCollection<RunTotals>> {

  private static final TupleTag<RunTotals> TOTALS = new TupleTag<>("totals") {};
  private static final TupleTag<Void> NOTHING = new TupleTag<>("nothing") {};

  /** DAGs measured together: enough to look answers up in bulk. */
  private static final int BATCH_DAGS = 250;

  /** What they hold together; large sources make smaller batches. */
  private static final long BATCH_CHARS = 16 << 20;

  private final SurveySettings settings;

  private SurveyDags(SurveySettings settings) {
    this.settings = settings;
  }

  /** Measures with one survey for each JVM. */
  public static SurveyDags with(SurveySettings settings) {
    return new SurveyDags(settings);
  }

  @Override
  public PCollection<RunTotals> expand(PCollection<PreparedDag> dags) {
    return dags.apply(
            "Survey",
            ParDo.of(new SurveyFn(settings)).withOutputTags(NOTHING, TupleTagList.of(TOTALS)))
        .get(TOTALS)
        .setCoder(RecordCoder.of(RunTotals.class));
  }

  private static final class SurveyFn extends DoFn<PreparedDag, Void> {

    private final SurveySettings settings;
    private transient SharedResources.@Nullable Lease<Survey> lease;
    private transient BundleTotals totals = new BundleTotals();
    private transient List<PreparedDag> batch = new ArrayList<>();
    private transient long chars;

    SurveyFn(SurveySettings settings) {
      this.settings = settings;
    }

    @Setup
    public void open() {
      lease = WorkerRegistry.ofThisProcess().resources().lease(settings, settings::open);
    }

    @StartBundle
    public void start() {
      totals = new BundleTotals();
      batch = new ArrayList<>();
      chars = 0;
    }

    @ProcessElement
    public void process(@Element PreparedDag dag) {
      batch.add(dag);
      chars += dag.scored().dag().content().length();
      if (batch.size() == BATCH_DAGS || chars >= BATCH_CHARS) {
        measure();
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      measure();
      totals.emit(context, TOTALS);
    }

    private void measure() {
      if (!batch.isEmpty()) {
        totals.add(SetUp.open(lease).resource().measure(batch));
        batch.clear();
        chars = 0;
      }
    }

    @Teardown
    public void close() {
      if (lease != null) {
        lease.close();
      }
    }
  }
}
