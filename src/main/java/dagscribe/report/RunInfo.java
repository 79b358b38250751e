package dagscribe.report;

import java.io.Serializable;
import java.time.Instant;

/**
 * What is known of a run before it begins.
 *
 * @param dagscribe the version that runs
 * @param started when the command was given
 * @param runner the runner's name
 * @param endpoint {@code anthropic}, {@code simulated}, or the server's base URL
 * @param simulated whether the instructions come from the simulated server and not from a model
 * @param profile name of the profile
 * @param model id of the model asked
 * @param priced whether the model has a known price
 * @param promptVersion version of the prompt
 * @param format shape of the instruction lines
 */
public record RunInfo(
    String dagscribe,
    Instant started,
    String runner,
    String endpoint,
    boolean simulated,
    String profile,
    String model,
    boolean priced,
    String promptVersion,
    String format)
    implements Serializable {}
