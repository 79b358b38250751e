package dagscribe.io;

import java.io.EOFException;
import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * A file of the input cannot be read to its end: it is truncated, corrupt, or gone. Flink does not
 * try again.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class UnreadableInputException extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableInputException(String file, IOException cause) {
    super("cannot read input file " + file + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof EOFException) {
      return "it ends too early";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
