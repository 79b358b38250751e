package dagscribe.steps;

import dagscribe.report.DataCard;
import dagscribe.report.ReportPage;
import dagscribe.report.RunInfo;
import dagscribe.report.RunReport;
import dagscribe.totals.RunTotals;
import java.io.IOException;
import java.time.InstantSource;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.jspecify.annotations.Nullable;

/**
 * Adds all totals up and writes {@code report.json}, {@code report.html} and the data set's card:
 * part of the job, so that a job left to itself on a cluster reports too. Writing again replaces,
 * as every pane of an input without end does.
 */
public final class WriteReport extends PTransform<PCollection<RunTotals>, PDone> {

  /** Name of the report for programs. */
  public static final String JSON_FILE = "report.json";

  /** Name of the report for people. */
  public static final String HTML_FILE = "report.html";

  /** Name of the data set's card. */
  public static final String CARD_FILE = "README.md";

  private final String directory;
  private final RunInfo info;
  private final @Nullable OutputMark mark;

  private WriteReport(String directory, RunInfo info, @Nullable OutputMark mark) {
    this.directory = directory;
    this.info = info;
    this.mark = mark;
  }

  /**
   * Writes into a directory.
   *
   * @param mark what to take off once nothing is left to do; null if there is none
   */
  public static WriteReport to(String directory, RunInfo info, @Nullable OutputMark mark) {
    return new WriteReport(directory, info, mark);
  }

  /** Text of the report for programs that a run left in a directory. */
  public static String read(String directory) throws IOException {
    return new TextFile(directory, JSON_FILE).read();
  }

  @Override
  public PDone expand(PCollection<RunTotals> parts) {
    parts
        .apply("AddUp", new AddUp())
        .apply("Report", ParDo.of(new ReportFn(directory, info, mark)));
    return PDone.in(parts.getPipeline());
  }

  private static final class ReportFn extends DoFn<RunTotals, Void> {

    private final String directory;
    private final RunInfo info;
    private final @Nullable OutputMark mark;

    ReportFn(String directory, RunInfo info, @Nullable OutputMark mark) {
      this.directory = directory;
      this.info = info;
      this.mark = mark;
    }

    @ProcessElement
    public void process(@Element RunTotals totals) throws IOException {
      RunReport report = RunReport.of(info, totals, InstantSource.system().instant());
      new TextFile(directory, CARD_FILE).write("text/markdown", DataCard.render(report));
      new TextFile(directory, HTML_FILE).write("text/html", ReportPage.render(report));
      new TextFile(directory, JSON_FILE).write("application/json", report.toJson());
      if (mark != null && !report.canBeRepeated()) {
        mark.remove();
      }
    }
  }
}
