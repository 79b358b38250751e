package dagscribe.cli;

import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import dagscribe.options.RunConfig;
import dagscribe.plan.Access;
import dagscribe.plan.InputCheck;
import dagscribe.plan.InputFiles;
import dagscribe.plan.OutputDirectory;
import dagscribe.plan.RunMark;
import dagscribe.plan.WatchCheck;
import dagscribe.runner.Runners;
import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/** {@code generate}: every check that needs no call, and the main job. */
final class GenerateCommand implements CliCommand {

  private final PipelineJob job;
  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment value of an environment variable, null if it is not set
   */
  GenerateCommand(PipelineJob job, UnaryOperator<@Nullable String> environment) {
    this.job = job;
    this.environment = environment;
  }

  @Override
  public ExitCode run(
      CommandLine line, DagscribeOptions options, PrintStream out, PrintStream err) {
    Access.complete(options, environment);
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
    return job.run(config, options, input, out, err);
  }
}
