package dagscribe;

import dagscribe.options.Runners;

/** The last thing {@link Main} does. */
final class ProcessEnd {

  private ProcessEnd() {}

  /**
   * Ends the process with the code.
   *
   * @throws IllegalStateException if the process belongs to another program and the run failed:
   *     Flink's command line and JobManager tell failure by an exception
   */
  static void with(ExitCode code) {
    if (!Runners.isGuest()) {
      System.exit(code.code());
    }
    if (code != ExitCode.DONE) {
      throw new IllegalStateException("exit code " + code.code() + ": " + code.meaning());
    }
  }
}
