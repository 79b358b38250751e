package dagscribe.cli;

import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import dagscribe.runner.Runners;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs commands, and tells how they failed. */
public final class CommandRunner {

  private final Map<Command, CliCommand> commands;

  CommandRunner(Map<Command, CliCommand> commands) {
    this.commands = Map.copyOf(commands);
  }

  /** The commands of this program, with the environment of this process. */
  public static CommandRunner standard() {
    return new CommandRunner(
        Map.of(
            Command.GENERATE,
            new GenerateCommand(new GenerateJob(System::getenv), System::getenv),
            Command.ESTIMATE,
            new EstimateCommand(new EstimateJob(), System::getenv),
            Command.CACHE,
            new CacheCommand(System::getenv),
            Command.SIMULATE,
            new SimulateCommand()));
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
    CliCommand command = Objects.requireNonNull(commands.get(Command.of(line.command())));
    DagscribeOptions options = line.options();
    Runners.complete(options, line.given());
    return command.run(line, options, out, err);
  }
}
