package dagscribe.steps;

import dagscribe.estimate.EstimateReport;
import dagscribe.estimate.Plan;
import dagscribe.totals.RunTotals;
import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/** Adds all totals up and writes {@code estimate.json}. Writing again replaces. */
public final class WriteEstimate extends PTransform<PCollection<RunTotals>, PDone> {

  /** Name of the file. */
  public static final String FILE = "estimate.json";

  private final String directory;
  private final Plan plan;

  private WriteEstimate(String directory, Plan plan) {
    this.directory = directory;
    this.plan = plan;
  }

  /** Writes into a directory. */
  public static WriteEstimate to(String directory, Plan plan) {
    return new WriteEstimate(directory, plan);
  }

  /** The estimate that was left in a directory. */
  public static EstimateReport read(String directory) throws IOException {
    return EstimateReport.parse(new TextFile(directory, FILE).read());
  }

  @Override
  public PDone expand(PCollection<RunTotals> parts) {
    parts.apply("AddUp", new AddUp()).apply("Estimate", ParDo.of(new EstimateFn(directory, plan)));
    return PDone.in(parts.getPipeline());
  }

  private static final class EstimateFn extends DoFn<RunTotals, Void> {

    private final String directory;
    private final Plan plan;

    EstimateFn(String directory, Plan plan) {
      this.directory = directory;
      this.plan = plan;
    }

    @ProcessElement
    public void process(@Element RunTotals totals) throws IOException {
      String json = EstimateReport.of(plan, totals).toJson();
      new TextFile(directory, FILE).write("application/json", json);
    }
  }
}
