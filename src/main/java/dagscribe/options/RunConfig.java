package dagscribe.options;

import dagscribe.progress.Style;
import dagscribe.sim.SimSettings;
import java.util.Locale;

/**
 * What one run shall do: the command line, parsed once. Immutable; holds no API key.
 *
 * @param files input and output
 * @param selection which DAGs are asked for
 * @param prompting what is asked
 * @param calling how it is asked
 * @param spending what is paid for, and what is not paid for again
 * @param progress how it is shown how far the run is
 * @param simulatedServer the embedded server, used if the endpoint is the simulated one
 */
public record RunConfig(
    FilesConfig files,
    SelectionConfig selection,
    PromptingConfig prompting,
    CallingConfig calling,
    SpendingConfig spending,
    Style progress,
    SimSettings simulatedServer) {

  /**
   * Parses the options.
   *
   * @throws UsageException if one is missing or has a value that is not allowed
   */
  public static RunConfig from(DagscribeOptions options) {
    OptionSpec.GROUPS.forEach(group -> OptionSpec.check(group, options));
    return new RunConfig(
        FilesConfig.from(options),
        SelectionConfig.from(options),
        PromptingConfig.from(options),
        CallingConfig.from(options),
        SpendingConfig.from(options),
        Style.valueOf(options.getProgress().toUpperCase(Locale.ROOT)),
        SimulatedServerConfig.from(options));
  }
}
