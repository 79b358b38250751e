package dagscribe;

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

  ExitCode code() {
    return code;
  }
}
