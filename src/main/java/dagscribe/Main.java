package dagscribe;

import dagscribe.cli.CommandRunner;
import dagscribe.cli.ExitCode;
import dagscribe.cli.ProcessEnd;
import dagscribe.progress.PlainStream;
import dagscribe.runner.Runners;
import java.io.PrintStream;

/** The command line of dagscribe. */
public final class Main {

  private static final CommandRunner RUNNER = CommandRunner.standard();

  private Main() {}

  /** Runs the command and ends the process, unless another program owns it. */
  public static void main(String[] args) {
    if (!Runners.isGuest()) {
      System.setOut(PlainStream.of(System.out));
      System.setErr(PlainStream.of(System.err));
      ProcessEnd.onUncaughtError(System.err);
    }
    ProcessEnd.with(run(System.out, System.err, args));
  }

  /** Runs the command; a mistake or failure is told on {@code err} and by the exit code. */
  public static ExitCode run(PrintStream out, PrintStream err, String... args) {
    return RUNNER.run(PlainStream.of(out), PlainStream.of(err), args);
  }
}
