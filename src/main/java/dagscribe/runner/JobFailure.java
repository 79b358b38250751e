package dagscribe.runner;

import com.google.common.base.Throwables;
import dagscribe.cache.CacheException;
import dagscribe.input.UnreadableInputException;
import dagscribe.options.UsageException;
import dagscribe.steps.InputException;
import dagscribe.steps.UnfitWorkerException;
import java.util.List;
import org.apache.flink.runtime.messages.FlinkJobNotFoundException;
import org.apache.flink.runtime.rest.util.RestClientException;
import org.apache.flink.util.SerializedThrowable;
import org.apache.flink.util.concurrent.FutureUtils;
import org.jspecify.annotations.Nullable;

/** Finds what an operator can mend among the exceptions that a runner has wrapped it in. */
public final class JobFailure {

  private JobFailure() {}

  /** What to tell instead of what was thrown; the same if nobody expected it. */
  public static Throwable of(Throwable thrown) {
    List<Throwable> chain =
        Throwables.getCausalChain(thrown).stream()
            .flatMap(link -> Throwables.getCausalChain(unpacked(link)).stream())
            .distinct()
            .toList();
    MachineException nativeCode = MachineFailure.nativeCode(chain);
    if (nativeCode != null) {
      return nativeCode;
    }
    for (Throwable link : chain) {
      RuntimeException told = told(link);
      if (told != null) {
        return told;
      }
    }
    if (chain.stream().anyMatch(JobFailure::isLostJob)) {
      return new ClusterException(thrown);
    }
    MachineException machine = MachineFailure.in(chain);
    return machine == null ? thrown : machine;
  }

  private static @Nullable RuntimeException told(Throwable link) {
    if (link instanceof UnreadableInputException) {
      return new InputException(String.valueOf(link.getMessage()));
    }
    boolean isForOperator =
        link instanceof UsageException
            || link instanceof InputException
            || link instanceof CacheException
            || link instanceof UnfitWorkerException
            || link instanceof ClusterException;
    return isForOperator ? (RuntimeException) link : null;
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
