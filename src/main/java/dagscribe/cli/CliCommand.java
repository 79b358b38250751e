package dagscribe.cli;

import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import java.io.PrintStream;

/** What one command does. */
interface CliCommand {

  /**
   * Runs to the end. What an operator can mend is thrown, and told by whoever called.
   *
   * @param line the words
   * @param options the options among them, completed by the runner's defaults
   * @param out the result in a few lines
   * @param err progress and reasons
   */
  ExitCode run(CommandLine line, DagscribeOptions options, PrintStream out, PrintStream err);
}
