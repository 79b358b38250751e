package dagscribe.plan;

import dagscribe.generate.SourceForm;
import dagscribe.graph.Select;
import dagscribe.options.FilesConfig;
import dagscribe.options.RunConfig;
import dagscribe.runner.Runners;
import dagscribe.steps.HashShards;
import dagscribe.steps.Input;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/** Turns options into the front of a graph. */
final class SelectPlanner {

  private SelectPlanner() {}

  /**
   * The front of every graph that reads DAGs.
   *
   * @param forms how each pass sends sources
   */
  static Select plan(
      RunConfig config, PipelineOptions options, InputFiles input, List<SourceForm> forms) {
    return new Select(
        input(config.files(), input),
        config.selection().rules(),
        forms,
        config.selection().maxDags(),
        hashShards(config, options, input));
  }

  private static Input input(FilesConfig config, InputFiles input) {
    return new Input(input.files(), config.inputPatterns(), config.watch(), config.contentField());
  }

  private static HashShards hashShards(
      RunConfig config, PipelineOptions options, InputFiles input) {
    if (config.files().watch() != null) {
      return HashShards.forGrowingInput();
    }
    return Runners.isDirect(options)
        ? HashShards.ofOneProcess()
        : HashShards.forInput(input.bytes());
  }
}
