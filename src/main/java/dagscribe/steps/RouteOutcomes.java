package dagscribe.steps;

import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.generate.Reuse;
import dagscribe.records.OutputFormat;
import dagscribe.records.OutputLine;
import dagscribe.records.OutputLineCoder;
import dagscribe.records.RecordCoder;
import dagscribe.records.RecordLicence;
import dagscribe.records.RecordLines;
import dagscribe.source.TextStore;
import dagscribe.source.airflow.grounding.Grounding;
import dagscribe.totals.OutputTotals;
import dagscribe.totals.RunTotals;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/** Sends every outcome to its destination, as the line that is written there. */
public final class RouteOutcomes extends PTransform<PCollection<DagOutcome>, PCollectionTuple> {

  /** One line for each outcome. */
  public static final TupleTag<OutputLine> LINES = new TupleTag<>("lines") {};

  /** What was reused and what stopped the run, for the report. */
  public static final TupleTag<RunTotals> TOTALS = new TupleTag<>("totals") {};

  private final OutputFormat format;
  private final TextStore texts;

  private RouteOutcomes(OutputFormat format, TextStore texts) {
    this.format = format;
    this.texts = texts;
  }

  /** Routes, with instruction lines of this shape. */
  public static RouteOutcomes as(OutputFormat format) {
    return new RouteOutcomes(format, TextStore.IN_MEMORY);
  }

  /** The same with the lines where this store puts them. */
  public RouteOutcomes into(TextStore store) {
    return new RouteOutcomes(format, store);
  }

  @Override
  public PCollectionTuple expand(PCollection<DagOutcome> outcomes) {
    PCollectionTuple routed =
        outcomes.apply(
            "Route",
            ParDo.of(new RouteFn(format, texts)).withOutputTags(LINES, TupleTagList.of(TOTALS)));
    routed.get(LINES).setCoder(OutputLineCoder.of());
    routed.get(TOTALS).setCoder(RecordCoder.of(RunTotals.class));
    return routed;
  }

  private static final class RouteFn extends DoFn<DagOutcome, OutputLine> {

    private final OutputFormat format;
    private final TextStore texts;
    private transient BundleTotals totals = new BundleTotals();

    RouteFn(OutputFormat format, TextStore texts) {
      this.format = format;
      this.texts = texts;
    }

    @StartBundle
    public void start() {
      totals = new BundleTotals();
    }

    @ProcessElement
    public void process(@Element DagOutcome outcome, MultiOutputReceiver out) {
      out.get(LINES).output(line(outcome).in(texts));
      totals.add(RunTotals.of(Reuse.of(outcome)));
      if (outcome.result() instanceof Result.Instruction) {
        String licence = RecordLicence.of(outcome.dag().dag());
        totals.add(RunTotals.of(OutputTotals.licensed(licence)));
      }
      if (outcome.result() instanceof Result.Deferral deferral) {
        totals.add(RunTotals.stopped(deferral.kind(), deferral.message()));
      }
    }

    @FinishBundle
    public void finish(FinishBundleContext context) {
      totals.emit(context, TOTALS);
    }

    private OutputLine line(DagOutcome outcome) {
      Result result = outcome.result();
      if (result instanceof Result.Instruction instruction) {
        Grounding grounding = Grounding.of(instruction.text(), outcome.dag().facts());
        return format.line(outcome, instruction, grounding);
      }
      if (result instanceof Result.Review review) {
        return RecordLines.review(outcome.dag(), review);
      }
      if (result instanceof Result.Failure failure) {
        return RecordLines.failed(outcome.dag().dag(), failure);
      }
      return RecordLines.deferred(outcome.dag().dag(), (Result.Deferral) result);
    }
  }
}
