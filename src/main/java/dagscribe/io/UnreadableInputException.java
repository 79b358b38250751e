package dagscribe.io;

import java.io.IOException;

/** A file of the input cannot be read to its end: it is truncated, corrupt, or gone. */
public final class UnreadableInputException extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableInputException(String file, IOException cause) {
    super("cannot read input file " + file + ": " + cause.getMessage(), cause);
  }
}
