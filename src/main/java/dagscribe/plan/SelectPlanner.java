package dagscribe.plan;

import dagscribe.generate.SourceForm;
import dagscribe.graph.Select;
import dagscribe.options.RunConfig;
import dagscribe.runner.Runners;
import dagscribe.source.SelectionRules;
import dagscribe.steps.HashShards;
import dagscribe.steps.Input;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

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
        rules(config.selection()),
        forms,
        maxDags(config.selection()),
        hashShards(config, options, input));
  }

  private static Input input(RunConfig.Files config, InputFiles input) {
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

  private static SelectionRules rules(RunConfig.Selection selection) {
    return new SelectionRules(
        selection.minLines(), Set.copyOf(selection.basicOperators()), selection.minPriority());
  }

  private static @Nullable Integer maxDags(RunConfig.Selection selection) {
    Long given = selection.maxDags();
    return given == null ? null : (int) Math.min(Integer.MAX_VALUE, given);
  }
}
