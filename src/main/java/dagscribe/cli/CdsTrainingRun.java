package dagscribe.cli;

/**
 * The run that the build records the class-data archive from: a small job on each runner, in one
 * process, so that one archive serves both.
 */
final class CdsTrainingRun {

  private CdsTrainingRun() {}

  /** Reads the file of the first argument, and writes below the directory of the second. */
  public static void main(String[] args) {
    CommandRunner commands = CommandRunner.standard();
    commands.run(System.out, System.err, "--help");
    for (String runner : new String[] {"DirectRunner", "FlinkRunner"}) {
      ExitCode code =
          commands.run(
              System.out,
              System.err,
              "--input=" + args[0],
              "--output=" + args[1] + "/" + runner,
              "--overwrite",
              "--maxFailures=1",
              "--endpoint=simulated",
              "--simLatency=none",
              "--runner=" + runner);
      if (code != ExitCode.DONE) {
        System.exit(code.code());
      }
    }
    System.exit(ExitCode.DONE.code());
  }
}
