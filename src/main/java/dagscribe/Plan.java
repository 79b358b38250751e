package dagscribe;

import dagscribe.claude.AccountLimits;
import dagscribe.claude.ClientSettings;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Prices;
import dagscribe.claude.Profile;
import dagscribe.dag.SelectionRules;
import dagscribe.generate.GeneratorSettings;
import dagscribe.io.OutputFormat;
import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.options.Runners;
import dagscribe.prompt.PromptTemplate;
import dagscribe.report.RunInfo;
import dagscribe.transforms.HashShards;
import java.time.Instant;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * What the command line means for the graph: every choice that an option leaves open is made here.
 *
 * @param graph the graph, ready to be added to a pipeline
 */
record Plan(Generate graph) {

  /** DAGs in a prompt, unless an option says. */
  private static final int DEFAULT_DAGS_PER_CALL = 5;

  /**
   * Plans a run.
   *
   * @param simulatedUrl address of the embedded server, null if another endpoint is asked
   */
  static Plan of(
      RunConfig config,
      PipelineOptions options,
      InputFiles input,
      @Nullable String simulatedUrl) {
    RunConfig.Selection selection = config.selection();
    RunConfig.Files files = config.files();
    GeneratorSettings generator = generator(config, simulatedUrl);
    return new Plan(
        new Generate(
            files.inputPatterns(),
            new SelectionRules(
                selection.minLines(),
                Set.copyOf(selection.basicOperators()),
                selection.minPriority()),
            selection.maxDags(),
            HashShards.forInput(input.bytes()),
            generator,
            Runners.lanes(options),
            OutputFormat.valueOf(files.format().name()),
            files.outputDirectory(),
            outputShards(files, options, input),
            info(config, options, generator.model())));
  }
}
