package dagscribe;

import com.google.common.base.Throwables;
import dagscribe.cache.CacheException;
import dagscribe.io.UnreadableInputException;
import org.apache.flink.util.SerializedThrowable;

/** Finds what an operator can mend among the exceptions that a runner has wrapped it in. */
final class JobFailure {

  private JobFailure() {}

  /** What to throw instead of a runner's exception; the same if nobody expected it. */
  static RuntimeException of(RuntimeException thrown) {
    for (Throwable link : Throwables.getCausalChain(thrown)) {
      Throwable cause = unpacked(link);
      if (cause instanceof UnreadableInputException unreadable) {
        return new InputException(String.valueOf(unreadable.getMessage()));
      }
      if (cause instanceof CacheException cache) {
        return cache;
      }
    }
    return thrown;
  }

  /** A Flink cluster sends its exceptions as bytes. */
  private static Throwable unpacked(Throwable link) {
    return link instanceof SerializedThrowable serialized
        ? serialized.deserializeError(JobFailure.class.getClassLoader())
        : link;
  }
}
