package dagscribe.cli;

import dagscribe.plan.ScratchDirectory;
import dagscribe.runner.Runners;
import java.io.PrintStream;

/** How the process ends, other than by a signal. */
public final class ProcessEnd {

  private ProcessEnd() {}

  /**
   * Makes an error of Java that no thread catches end the process, which must be ours: what it
   * broke may be waited for without end. Answers that came are stored by then.
   */
  public static void onUncaughtError(PrintStream err) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          if (thrown instanceof Error) {
            atOnce(FailureNotice.tell(thrown, err));
          }
          err.println("Exception in thread \"" + thread.getName() + "\"");
          thrown.printStackTrace(err);
        });
  }

  /** Ends the process without waiting for whatever still runs in it. */
  static void atOnce(ExitCode code) {
    try {
      ScratchDirectory.removeAll();
    } finally {
      Runtime.getRuntime().halt(code.code());
    }
  }

  /**
   * Ends the process with the code.
   *
   * @throws IllegalStateException if the process belongs to another program and the run failed:
   *     Flink's command line and JobManager tell failure by an exception
   */
  public static void with(ExitCode code) {
    if (!Runners.isGuest()) {
      System.exit(code.code());
    }
    if (code != ExitCode.DONE) {
      throw new IllegalStateException("exit code " + code.code() + ": " + code.meaning());
    }
  }
}
