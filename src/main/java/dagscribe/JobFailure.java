package dagscribe;

import com.google.common.base.Throwables;
import dagscribe.cache.CacheException;
import dagscribe.io.UnreadableInputException;
import dagscribe.transforms.UnfitWorkerException;
import java.util.List;
import org.apache.flink.runtime.messages.FlinkJobNotFoundException;
import org.apache.flink.runtime.rest.util.RestClientException;
import org.apache.flink.util.SerializedThrowable;
import org.apache.flink.util.concurrent.FutureUtils;

/** Finds what an operator can mend among the exceptions that a runner has wrapped it in. */
final class JobFailure {

  private JobFailure() {}

  /** What to throw instead of a runner's exception; the same if nobody expected it. */
  static RuntimeException of(RuntimeException thrown) {
    List<Throwable> chain = Throwables.getCausalChain(thrown);
    for (Throwable link : chain) {
      Throwable cause = unpacked(link);
      if (cause instanceof UnreadableInputException unreadable) {
        return new InputException(String.valueOf(unreadable.getMessage()));
      }
      if (cause instanceof CacheException cache) {
        return cache;
      }
      if (cause instanceof UnfitWorkerException worker) {
        return worker;
      }
    }
    return chain.stream().anyMatch(JobFailure::isLostJob) ? new ClusterException(thrown) : thrown;
  }

  // Only the client of Flink's REST API gives up trying, or is told that there is no such job; the
  // latter comes as text alone.
  private static boolean isLostJob(Throwable link) {
    return link instanceof FutureUtils.RetryException
        || (link instanceof RestClientException
            && String.valueOf(link.getMessage())
                .contains(FlinkJobNotFoundException.class.getSimpleName()));
  }

  /** A Flink cluster sends its exceptions as bytes. */
  private static Throwable unpacked(Throwable link) {
    return link instanceof SerializedThrowable serialized
        ? serialized.deserializeError(JobFailure.class.getClassLoader())
        : link;
  }
}
