package dagscribe.claude.environment;

/**
 * A variable of the environment that cannot be used. The message is one line that begins with the
 * variable's name and never holds its value.
 */
public final class EnvironmentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EnvironmentException(String variable, String what) {
    super(variable + ": " + what);
  }
}
