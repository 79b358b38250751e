package dagscribe.steps;

/** Input that is missing or cannot be read; the message names the pattern or file. */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InputException(String message) {
    super(message);
  }
}
