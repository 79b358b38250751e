package dagscribe;

import dagscribe.claude.sdk.Rehearsal;
import dagscribe.io.WriteReport;
import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.options.Runners;
import dagscribe.report.RunReport;
import dagscribe.sim.SimulatedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Runs the main job to its end and says how it ended. */
final class GenerateJob implements Job {

  @Override
  public ExitCode run(
      RunConfig config,
      PipelineOptions options,
      InputFiles input,
      PrintStream out,
      PrintStream err) {
    Instant started = InstantSource.system().instant();
    if (Runners.isLocal(options)) {
      Preflight.check(config);
      Rehearsal.start();
    } else {
      ClusterCheck.check(config, options);
    }
    try (SimulatedServer server = simulatedServer(config)) {
      String baseUrl = server == null ? null : server.baseUrl();
      Generate graph = new Planner(config, options, input, baseUrl, started).graph();
      OutputDirectory output = new OutputDirectory(graph.directory());
      output.clear();
      Pipeline pipeline = Pipeline.create(options);
      graph.addTo(pipeline);
      PipelineResult submitted = submit(pipeline);
      if (Runners.isDetached(options)) {
        out.print(submitted(config, options));
        return ExitCode.DONE;
      }
      awaitEnd(submitted);
      output.tidy();
      return conclude(config, report(config), out, err);
    }
  }

  // Some runners end the job before they return from here.
  private static PipelineResult submit(Pipeline pipeline) {
    try {
      return pipeline.run();
    } catch (RuntimeException e) {
      throw JobFailure.of(e);
    }
  }

  private static void awaitEnd(PipelineResult submitted) {
    try {
      submitted.waitUntilFinish();
    } catch (RuntimeException e) {
      throw JobFailure.of(e);
    }
  }

  private static String submitted(RunConfig config, PipelineOptions options) {
    return String.format(
        "submitted     %s%nreport        %s/%s, once the job has ended%n",
        options.getJobName(), config.files().outputDirectory(), WriteReport.HTML_FILE);
  }

  private static @Nullable SimulatedServer simulatedServer(RunConfig config) {
    return config.calling().endpoint() instanceof Endpoint.Simulated
        ? SimulatedServers.start(config.simulatedServer())
        : null;
  }

  private static RunReport report(RunConfig config) {
    try {
      return RunReport.parse(WriteReport.read(config.files().outputDirectory()));
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be read back", e);
    }
  }

  private static ExitCode conclude(
      RunConfig config, RunReport report, PrintStream out, PrintStream err) {
    out.print(Summary.of(report, config.files().outputDirectory()));
    return Verdict.on(report, config.files().maxFailures(), err);
  }
}
