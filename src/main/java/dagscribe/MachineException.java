package dagscribe;

import java.io.IOException;
import java.nio.file.Path;

/** What this machine or its Java could not give; the message says what to set. */
final class MachineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  /**
   * @param code how the process ends for it
   * @param message one sentence for the operator
   */
  MachineException(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /**
   * The temporary folder cannot be used: native libraries are unpacked there, and Flink spills to
   * it.
   */
  static MachineException ofTemporaryFolder(Path folder, IOException cause) {
    return new MachineException(
        ExitCode.MACHINE,
        "the temporary folder "
            + folder
            + " cannot be written to: set JAVA_OPTS=-Djava.io.tmpdir=DIR to one that can",
        cause);
  }

  ExitCode code() {
    return code;
  }
}
