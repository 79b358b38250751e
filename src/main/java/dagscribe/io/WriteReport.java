package dagscribe.io;

import dagscribe.report.ReportPage;
import dagscribe.report.RunInfo;
import dagscribe.report.RunReport;
import dagscribe.report.Totals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Adds all totals up and writes {@code report.json} and {@code report.html}: part of the job, so
 * that a job left to itself on a cluster reports too. Writing again replaces, as every pane of an
 * input without end does.
 */
public final class WriteReport extends PTransform<PCollection<Totals>, PDone> {

  /** Name of the report for programs. */
  public static final String JSON_FILE = "report.json";

  /** Name of the report for people. */
  public static final String HTML_FILE = "report.html";

  private final String directory;
  private final RunInfo info;

  private WriteReport(String directory, RunInfo info) {
    this.directory = directory;
    this.info = info;
  }

  /** Writes into a directory. */
  public static WriteReport to(String directory, RunInfo info) {
    return new WriteReport(directory, info);
  }

  /** Text of the report for programs that a run left in a directory. */
  public static String read(String directory) throws IOException {
    try (ReadableByteChannel channel = FileSystems.open(file(directory, JSON_FILE))) {
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ResourceId file(String directory, String name) {
    return FileSystems.matchNewResource(directory, true)
        .resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  @Override
  public PDone expand(PCollection<Totals> parts) {
    parts
        .apply("AddUp", Combine.globally(new Sum()).withoutDefaults())
        .setCoder(RecordCoder.of(Totals.class))
        .apply("Report", ParDo.of(new ReportFn(directory, info)));
    return PDone.in(parts.getPipeline());
  }

  private static final class Sum extends Combine.BinaryCombineFn<Totals> {
    @Override
    public Totals apply(Totals left, Totals right) {
      return left.plus(right);
    }

    @Override
    public Totals identity() {
      return Totals.NONE;
    }
  }

  private static final class ReportFn extends DoFn<Totals, Void> {

    private final String directory;
    private final RunInfo info;

    ReportFn(String directory, RunInfo info) {
      this.directory = directory;
      this.info = info;
    }

    @ProcessElement
    public void process(@Element Totals totals) throws IOException {
      RunReport report = RunReport.of(info, totals, InstantSource.system().instant());
      write(JSON_FILE, "application/json", report.toJson());
      write(HTML_FILE, "text/html", ReportPage.render(report));
    }

    private void write(String name, String mimeType, String text) throws IOException {
      try (WritableByteChannel channel = FileSystems.create(file(directory, name), mimeType)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    }
  }
}
