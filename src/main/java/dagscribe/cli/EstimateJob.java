package dagscribe.cli;

import dagscribe.estimate.EstimateReport;
import dagscribe.estimate.EstimateText;
import dagscribe.graph.Estimate;
import dagscribe.options.RunConfig;
import dagscribe.plan.EstimatePlanner;
import dagscribe.plan.InputFiles;
import dagscribe.plan.Preflight;
import dagscribe.runner.Runners;
import dagscribe.steps.WriteEstimate;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.options.PipelineOptions;

/** Estimates what the main job would come to. */
final class EstimateJob implements PipelineJob {

  @Override
  public ExitCode run(
      RunConfig config,
      PipelineOptions options,
      InputFiles input,
      PrintStream out,
      PrintStream err) {
    if (Runners.isLocal(options)) {
      Preflight.checkWithoutServer(config);
    }
    Estimate graph = new EstimatePlanner(config).graph(options, input);
    try (JobRunner runner = JobRunner.open(options)) {
      runner.run(graph::addTo).waitUntilFinish();
    }
    return conclude(read(graph.directory()), out, err);
  }

  private static EstimateReport read(String directory) {
    try {
      return WriteEstimate.read(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("the estimate cannot be read back", e);
    }
  }

  private static ExitCode conclude(EstimateReport report, PrintStream out, PrintStream err) {
    out.print(EstimateText.of(report));
    if (!report.selection().balanced()) {
      err.println("dagscribe: the selection is broken: its parts are not the lines read");
      return ExitCode.LEDGER;
    }
    return ExitCode.DONE;
  }
}
