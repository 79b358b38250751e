package dagscribe.steps;

import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/**
 * A worker lacks what the calls need, and trying again will not change it; the message says what is
 * missing and where it belongs.
 */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class UnfitWorkerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnfitWorkerException(String message) {
    super(message);
  }
}
