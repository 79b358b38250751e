package dagscribe;

/** Input that is missing or cannot be read; the message names the pattern or file. */
final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
