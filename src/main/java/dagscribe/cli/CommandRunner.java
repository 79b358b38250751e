package dagscribe.cli;

import dagscribe.options.CacheConfig;
import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import dagscribe.options.RunConfig;
import dagscribe.options.SimulatedServerConfig;
import dagscribe.plan.Access;
import dagscribe.plan.InputCheck;
import dagscribe.plan.InputFiles;
import dagscribe.plan.OutputDirectory;
import dagscribe.plan.RunMark;
import dagscribe.plan.ScratchDirectory;
import dagscribe.plan.WatchCheck;
import dagscribe.runner.Runners;
import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** Runs commands, and tells how they failed. */
public final class CommandRunner {

  private final CliCommand generate;
  private final CliCommand estimate;
  private final ServerJob simulate;
  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment value of an environment variable, null if it is not set
   */
  CommandRunner(
      CliCommand generate,
      CliCommand estimate,
      ServerJob simulate,
      UnaryOperator<@Nullable String> environment) {
    this.generate = generate;
    this.estimate = estimate;
    this.simulate = simulate;
    this.environment = environment;
  }

  /** The commands of this program, with the environment of this process. */
  public static CommandRunner standard() {
    return new CommandRunner(
        new GenerateJob(System::getenv), new EstimateJob(), new SimulateJob(), System::getenv);
  }

  /** Runs the command; a mistake or failure is told on {@code err} and by the exit code. */
  public ExitCode run(PrintStream out, PrintStream err, String... words) {
    try {
      return HelpText.print(out, List.of(words)) ? ExitCode.DONE : dispatch(out, err, words);
    } catch (RuntimeException | Error e) {
      return FailureNotice.tell(e, err);
    }
  }

  private ExitCode dispatch(PrintStream out, PrintStream err, String... words) {
    CommandLine line = CommandLine.parse(words);
    Command command = Command.of(line.command());
    DagscribeOptions options = line.options();
    Runners.complete(options, line.given());
    if (command != Command.SIMULATE) {
      Access.complete(options, environment);
    }
    return switch (command) {
      case GENERATE -> generate(options, out, err);
      case ESTIMATE -> estimate(options, out, err);
      case CACHE -> CacheJob.run(CacheConfig.from(line.action(), options), out);
      case SIMULATE -> simulate.run(SimulatedServerConfig.from(options), out, err);
    };
  }

  private ExitCode generate(DagscribeOptions options, PrintStream out, PrintStream err) {
    RunConfig config = RunConfig.from(options);
    if (Runners.isLocal(options)) {
      Access.check(config.calling().endpoint(), environment);
    }
    WatchCheck.check(config, options);
    FileSystems.setDefaultPipelineOptions(options);
    OutputDirectory output = new OutputDirectory(config.files().outputDirectory());
    InputFiles input = InputCheck.files(config.files());
    if (!Runners.isResumed(options)) {
      output.check(input.ids(), config.files().overwrite() || RunMark.isOf(config));
    }
    return generate.run(config, options, input, out, err);
  }

  /** Options that only matter where calls are made are accepted, so that option files fit both. */
  private ExitCode estimate(DagscribeOptions options, PrintStream out, PrintStream err) {
    try (ScratchDirectory scratch = ScratchDirectory.create()) {
      if (options.getOutput() == null && Runners.isLocal(options)) {
        options.setOutput(scratch.path().toString());
      }
      RunConfig config = RunConfig.from(options);
      FileSystems.setDefaultPipelineOptions(options);
      new OutputDirectory(config.files().outputDirectory()).refuseFile();
      InputFiles input = InputCheck.files(config.files());
      return estimate.run(config, options, input, out, err);
    }
  }
}
