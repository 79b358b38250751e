package dagscribe.cli;

import dagscribe.cache.CacheException;
import dagscribe.options.Secrets;
import dagscribe.options.UsageException;
import dagscribe.progress.PlainStream;
import dagscribe.runner.ClusterException;
import dagscribe.runner.JobFailure;
import dagscribe.runner.MachineException;
import dagscribe.steps.InputException;
import dagscribe.steps.UnfitWorkerException;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * Tells how a command failed. What an operator can mend is one sentence; an exception that nobody
 * expected shows its trace, and an error of Java that nobody expected the place where it came up.
 */
final class FailureNotice {

  private FailureNotice() {}

  /** Tells it on {@code err}; the exit code that goes with it. */
  static ExitCode tell(Throwable thrown, PrintStream err) {
    Throwable failure = JobFailure.of(thrown);
    ExitCode code = code(failure);
    if (code != ExitCode.UNEXPECTED) {
      String message = Secrets.hideInSentence(String.valueOf(failure.getMessage()));
      err.println("dagscribe: " + PlainStream.oneLine(message));
    } else if (failure instanceof Error) {
      err.println(
          "dagscribe: unexpected failure: " + PlainStream.oneLine(failure + place(failure)));
    } else {
      err.println("dagscribe: unexpected failure");
      failure.printStackTrace(err);
    }
    if (code == ExitCode.USAGE) {
      err.println("dagscribe --help lists commands and options.");
    }
    return code;
  }

  private static ExitCode code(Throwable failure) {
    if (failure instanceof MachineException machine) {
      return machine.isFullDisk() ? ExitCode.DISK_FULL : ExitCode.MACHINE;
    }
    if (failure instanceof UsageException) {
      return ExitCode.USAGE;
    }
    if (failure instanceof InputException) {
      return ExitCode.INPUT;
    }
    if (failure instanceof UnfitWorkerException) {
      return ExitCode.NOT_ALLOWED;
    }
    if (failure instanceof CacheException) {
      return ExitCode.CACHE;
    }
    return failure instanceof ClusterException ? ExitCode.CLUSTER : ExitCode.UNEXPECTED;
  }

  private static String place(Throwable error) {
    return Arrays.stream(error.getStackTrace()).findFirst().map(at -> " at " + at).orElse("");
  }
}
