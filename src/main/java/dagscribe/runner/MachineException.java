package dagscribe.runner;

import java.io.IOException;
import java.nio.file.Path;

/** What this machine or its Java could not give; the message says what to set. */
public final class MachineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean isFullDisk;

  private MachineException(boolean isFullDisk, String message, Throwable cause) {
    super(message, cause);
    this.isFullDisk = isFullDisk;
  }

  /** Memory or native code is lacking; the message is one sentence for the operator. */
  static MachineException of(String message, Throwable cause) {
    return new MachineException(false, message, cause);
  }

  /** A disk is full; the message is one sentence for the operator. */
  static MachineException ofFullDisk(String message, Throwable cause) {
    return new MachineException(true, message, cause);
  }

  /**
   * The temporary folder cannot be used: native libraries are unpacked there, and Flink spills to
   * it.
   */
  public static MachineException ofTemporaryFolder(Path folder, IOException cause) {
    return of(
        "the temporary folder "
            + folder
            + " cannot be written to: set JAVA_OPTS=-Djava.io.tmpdir=DIR to one that can",
        cause);
  }

  /** Whether the same command goes on once there is room. */
  public boolean isFullDisk() {
    return isFullDisk;
  }
}
