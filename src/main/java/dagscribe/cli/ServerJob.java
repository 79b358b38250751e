package dagscribe.cli;

import dagscribe.options.RunConfig;
import java.io.PrintStream;

/** The work of {@code simulate}. */
interface ServerJob {

  /** Serves until the process is ended. */
  ExitCode run(RunConfig.SimulatedServer config, PrintStream out, PrintStream err);
}
