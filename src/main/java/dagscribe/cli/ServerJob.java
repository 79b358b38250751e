package dagscribe.cli;

import dagscribe.sim.SimSettings;
import java.io.PrintStream;

/** The work of {@code simulate}. */
interface ServerJob {

  /** Serves until the process is ended. */
  ExitCode run(SimSettings settings, PrintStream out, PrintStream err);
}
