package dagscribe.input;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * Files of the input are missing, or cannot be read to their end: truncated, corrupt, gone, or of
 * another kind. The message names them. Flink does not try again.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class UnreadableInputException extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableInputException(String message) {
    super(message);
  }

  /**
   * The refusal of some files.
   *
   * @param complaints each a file and what is wrong with it, as {@link FileCheck} says it
   */
  public static UnreadableInputException of(List<String> complaints) {
    String files = complaints.size() == 1 ? "input file " : "";
    return new UnreadableInputException("cannot read " + files + FileList.of(complaints));
  }

  /** Why reading failed, for an operator. */
  static String reason(IOException cause) {
    if (cause instanceof EOFException) {
      return "it ends too early";
    }
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "it is not there any more, or may not be read";
    }
    if (String.valueOf(cause.getMessage()).startsWith("Garbage after")) {
      return "something else follows its compressed data";
    }
    if (cause instanceof AccessDeniedException) {
      return "it may not be read";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
