package dagscribe.progress;

import dagscribe.claude.FailureKind;
import dagscribe.generate.DagCounts;
import dagscribe.generate.Standing;

/**
 * The numbers of a run at one moment.
 *
 * @param linesRead non-blank lines read so far
 * @param distinct DAGs worth asking for that have been seen, one of each content
 * @param isTotalKnown whether all have been seen
 * @param standing how far the generators of this process are
 */
public record Snapshot(long linesRead, long distinct, boolean isTotalKnown, Standing standing) {

  /** Whether any DAG has come to be asked for. */
  boolean isAsking() {
    return standing.hasBegun();
  }

  /** DAGs to ask for, of those that have been seen: all that the cache is not known to know. */
  long toAsk() {
    DagCounts dags = standing.dags();
    return Math.max(dags.asked(), distinct - dags.cached() - dags.shared());
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
