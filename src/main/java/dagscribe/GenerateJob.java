package dagscribe;

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
    }
    try (SimulatedServer server = simulatedServer(config)) {
      String baseUrl = server == null ? null : server.baseUrl();
      Generate graph = new Planner(config, options, input, baseUrl, started).graph();
      OutputDirectory output = new OutputDirectory(graph.directory());
      if (!Runners.isResumed(options)) {
        output.clear();
      }
      Pipeline pipeline = Pipeline.create(options);
      graph.addTo(pipeline);
      run(pipeline);
      output.tidy();
      return config.files().watch() == null
          ? conclude(config, report(config), out, err)
          : stopped(config, out);
    }
  }

  private static void run(Pipeline pipeline) {
    try {
      pipeline.run().waitUntilFinish();
    } catch (RuntimeException e) {
      throw JobFailure.of(e);
    }
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

  // What was under way is in the savepoint, so there is nothing to judge yet.
  private static ExitCode stopped(RunConfig config, PrintStream out) {
    out.printf(
        "stopped       go on with the same words and --savepointPath=SAVEPOINT%nreport        %s/%s%n",
        config.files().outputDirectory(), WriteReport.HTML_FILE);
    return ExitCode.DONE;
  }

  private static ExitCode conclude(
      RunConfig config, RunReport report, PrintStream out, PrintStream err) {
    out.print(Summary.of(report, config.files().outputDirectory()));
    return Verdict.on(report, config.files().maxFailures(), err);
  }
}
