package dagscribe.cli;

import dagscribe.options.RunConfig;
import dagscribe.plan.InputFiles;
import java.io.PrintStream;
import org.apache.beam.sdk.options.PipelineOptions;

/** The work of a command that runs a pipeline, once its options and its input are checked. */
interface PipelineJob {

  /**
   * Runs to the end.
   *
   * @param config what to do
   * @param options the same for the runner, which reads its own options from it
   * @param input the files to read
   * @param out the result in a few lines
   * @param err progress and reasons
   */
  ExitCode run(
      RunConfig config,
      PipelineOptions options,
      InputFiles input,
      PrintStream out,
      PrintStream err);
}
