package dagscribe.cli;

import dagscribe.claude.sdk.ClientWarmUp;
import dagscribe.graph.Generate;
import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.plan.Access;
import dagscribe.plan.ClusterCheck;
import dagscribe.plan.InDoubtCalls;
import dagscribe.plan.InputFiles;
import dagscribe.plan.OutputDirectory;
import dagscribe.plan.Planner;
import dagscribe.plan.Preflight;
import dagscribe.plan.RunMark;
import dagscribe.progress.Progress;
import dagscribe.report.RunReport;
import dagscribe.runner.Runners;
import dagscribe.sim.SimulatedServer;
import dagscribe.steps.WriteReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Runs the main job to its end and says how it ended. */
final class GenerateJob implements PipelineJob {

  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment value of an environment variable, null if it is not set
   */
  GenerateJob(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  @Override
  public ExitCode run(
      RunConfig config,
      PipelineOptions options,
      InputFiles input,
      PrintStream out,
      PrintStream err) {
    Instant started = InstantSource.system().instant();
    boolean isLocal = Runners.isLocal(options);
    if (isLocal) {
      Access access = Access.check(config.calling().endpoint(), environment);
      Preflight.check(config, access);
      access.tell(err);
      ClientWarmUp.start();
    } else {
      ClusterCheck.check(config, options);
    }
    try (Progress progress = RunProgress.start(config, options, err);
        Signals signals = signals(config, isLocal, progress.err());
        SimulatedServer server = simulatedServer(config)) {
      if (!Runners.isGuest()) {
        signals.take();
      }
      String baseUrl = server == null ? null : server.baseUrl();
      Generate graph = new Planner(config, options, input, baseUrl, started).graph();
      RunReport report = run(graph, config, options);
      progress.end();
      if (report == null) {
        out.print(submitted(config, options));
        return ExitCode.DONE;
      }
      InDoubtCalls.forget(report, config, options, err);
      return config.files().watch() == null
          ? conclude(config, report, out, err)
          : stopped(config, report, out, err);
    }
  }

  private static Signals signals(RunConfig config, boolean isLocal, PrintStream err) {
    if (!isLocal) {
      return Signals.toClient(err);
    }
    return config.files().watch() == null
        ? Signals.toRun(err)
        : Signals.toEndlessRun(err, config.calling().callTimeout());
  }

  /** Runs to the end; null if it goes on without this process. */
  private static @Nullable RunReport run(
      Generate graph, RunConfig config, PipelineOptions options) {
    OutputDirectory output = new OutputDirectory(graph.directory());
    try (RunMark mark = RunMark.put(config, options);
        JobRunner runner = JobRunner.open(options)) {
      if (!Runners.isResumed(options)) {
        output.clear();
      }
      PipelineResult submitted = runner.run(graph::addTo);
      if (Runners.isDetached(options)) {
        return null;
      }
      submitted.waitUntilFinish();
      output.tidy();
      RunReport report = report(graph.directory());
      if (!report.canBeRepeated()) {
        mark.remove();
      }
      return report;
    }
  }

  private static String submitted(RunConfig config, PipelineOptions options) {
    return String.format(
        Locale.ROOT,
        "submitted     %s%nreport        %s/%s, once the job has ended%n",
        options.getJobName(),
        config.files().outputDirectory(),
        WriteReport.HTML_FILE);
  }

  private static @Nullable SimulatedServer simulatedServer(RunConfig config) {
    return config.calling().endpoint() instanceof Endpoint.Simulated
        ? SimulatedServers.start(config.simulatedServer())
        : null;
  }

  private static RunReport report(String directory) {
    try {
      return RunReport.parse(WriteReport.read(directory));
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be read back", e);
    }
  }

  // What was under way is in the savepoint, so there is nothing to judge yet.
  private static ExitCode stopped(
      RunConfig config, RunReport report, PrintStream out, PrintStream err) {
    out.printf(
        Locale.ROOT,
        "stopped       go on with the same words and --savepointPath=SAVEPOINT%nreport        %s/%s%n",
        config.files().outputDirectory(),
        WriteReport.HTML_FILE);
    return ExitCodes.onStops(report, err);
  }

  private static ExitCode conclude(
      RunConfig config, RunReport report, PrintStream out, PrintStream err) {
    out.print(Summary.of(report, config.files().outputDirectory()));
    return ExitCodes.on(report, config.files().maxFailures(), err);
  }
}
