package dagscribe.progress;

import dagscribe.claude.FailureKind;
import dagscribe.generate.DagCounts;
import dagscribe.generate.GeneratorSnapshot;

/**
 * The numbers of a run at one moment.
 *
 * @param linesRead non-blank lines read so far
 * @param distinct DAGs worth asking for that have been seen, one of each content
 * @param isTotalKnown whether all have been seen
 * @param generators how far the generators of this process are
 */
public record Snapshot(
    long linesRead, long distinct, boolean isTotalKnown, GeneratorSnapshot generators) {

  /** Whether any DAG has come to be asked for. */
  boolean isAsking() {
    return generators.hasBegun();
  }

  /** DAGs to ask for, of those that have been seen: all that the cache is not known to know. */
  long toAsk() {
    DagCounts dags = generators.dags();
    return Math.max(dags.asked(), distinct - dags.cached() - dags.shared());
  }

  /** DAGs asked for that have no result yet. */
  long left() {
    return toAsk() - generators.dags().settled();
  }

  /** Whether every DAG has its result, and only the files are to be written. */
  boolean isSettled() {
    return isTotalKnown() && left() <= 0;
  }

  /** Requests that have ended, however they did. */
  long requestsEnded() {
    return generators.calls().attempts() - generators.calls().inFlight();
  }

  /** Requests that nobody answered: out of time, or their connection broke. */
  long unanswered() {
    return failed(FailureKind.TIMEOUT) + failed(FailureKind.CONNECTION);
  }

  private long failed(FailureKind kind) {
    return generators.calls().failedAttempts().getOrDefault(kind, 0L);
  }
}
