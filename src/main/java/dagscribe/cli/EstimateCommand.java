package dagscribe.cli;

import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import dagscribe.options.RunConfig;
import dagscribe.plan.Access;
import dagscribe.plan.InputCheck;
import dagscribe.plan.InputFiles;
import dagscribe.plan.OutputDirectory;
import dagscribe.plan.ScratchDirectory;
import dagscribe.runner.Runners;
import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/**
 * {@code estimate}: every check that needs neither a call nor results of its own, and the estimate.
 * Options that only matter where calls are made are accepted, so that option files fit both.
 */
final class EstimateCommand implements CliCommand {

  private final PipelineJob job;
  private final UnaryOperator<@Nullable String> environment;

  /**
   * @param environment value of an environment variable, null if it is not set
   */
  EstimateCommand(PipelineJob job, UnaryOperator<@Nullable String> environment) {
    this.job = job;
    this.environment = environment;
  }

  @Override
  public ExitCode run(
      CommandLine line, DagscribeOptions options, PrintStream out, PrintStream err) {
    Access.complete(options, environment);
    try (ScratchDirectory scratch = ScratchDirectory.create()) {
      if (options.getOutput() == null && Runners.isLocal(options)) {
        options.setOutput(scratch.path().toString());
      }
      RunConfig config = RunConfig.from(options);
      FileSystems.setDefaultPipelineOptions(options);
      new OutputDirectory(config.files().outputDirectory()).refuseFile();
      InputFiles input = InputCheck.files(config.files());
      return job.run(config, options, input, out, err);
    }
  }
}
