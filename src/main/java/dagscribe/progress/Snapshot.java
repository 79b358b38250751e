package dagscribe.progress;

import dagscribe.claude.FailureKind;
import dagscribe.generate.DagCounts;
import dagscribe.generate.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a run at one moment.
 *
 * @param linesRead non-blank lines read so far
 * @param distinct DAGs worth asking for, one of each content; null until all have been seen
 * @param standing how far the generators of this process are
 */
public record Snapshot(long linesRead, @Nullable Long distinct, Standing standing) {

  /** Whether any DAG has come to be asked for. */
  boolean isAsking() {
    DagCounts dags = standing.dags();
    return dags.asked() + dags.cached() + dags.shared() > 0;
  }

  /** Whether no more DAGs will come than are known. */
  boolean isTotalKnown() {
    return distinct != null;
  }

  /** DAGs to ask for: all, once their number is known; until then those that have come. */
  long toAsk() {
    DagCounts dags = standing.dags();
    return distinct == null
        ? dags.asked()
        : Math.max(dags.asked(), distinct - dags.cached() - dags.shared());
  }

  /** DAGs asked for that have no result yet. */
  long left() {
    return toAsk() - standing.dags().settled();
  }

  /** Whether every DAG has its result, and only the files are to be written. */
  boolean isSettled() {
    return isTotalKnown() && left() <= 0;
  }

  /** Requests that have ended, however they did. */
  long requestsEnded() {
    return standing.calls().attempts() - standing.calls().inFlight();
  }

  /** Requests that nobody answered: out of time, or their connection broke. */
  long unanswered() {
    return failed(FailureKind.TIMEOUT) + failed(FailureKind.CONNECTION);
  }

  private long failed(FailureKind kind) {
    return standing.calls().failedAttempts().getOrDefault(kind, 0L);
  }
}
