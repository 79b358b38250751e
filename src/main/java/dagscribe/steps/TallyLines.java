package dagscribe.steps;

import dagscribe.metrics.JobMetrics;
import dagscribe.records.OutputLine;
import dagscribe.records.RecordCoder;
import dagscribe.totals.OutputTotals;
import dagscribe.totals.RunTotals;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Counts lines by destination and reason, for the report and the metrics. */
public final class TallyLines extends PTransform<PCollection<OutputLine>, PCollection<RunTotals>> {

  private static final TupleTag<RunTotals> TOTALS = new TupleTag<>("totals") {};
  private static final TupleTag<Void> NOTHING = new TupleTag<>("nothing") {};

  private TallyLines() {}

  /** Counts every line. */
  public static TallyLines create() {
    return new TallyLines();
  }

  @Override
  public PCollection<RunTotals> expand(PCollection<OutputLine> lines) {
    return lines
        .apply("Tally", ParDo.of(new TallyFn()).withOutputTags(NOTHING, TupleTagList.of(TOTALS)))
        .get(TOTALS)
        .setCoder(RecordCoder.of(RunTotals.class));
  }

  private static final class TallyFn extends DoFn<OutputLine, Void> {

    private transient BundleTotals totals = new BundleTotals();

    @StartBundle
    public void start() {
      totals = new BundleTotals();
    }

    @ProcessElement
    public void process(@Element OutputLine line) {
      JobMetrics.line(line.destination());
      if (!line.reason().isEmpty()) {
        totals.add(RunTotals.of(OutputTotals.sent(line.destination(), line.reason())));
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      totals.emit(context, TOTALS);
    }
  }
}
