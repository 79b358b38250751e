package dagscribe.generate;

/**
 * How far the DAGs are that have reached a generator.
 *
 * @param cached found in the cache
 * @param shared answered with an equal one that was asked at the same time
 * @param asked not known to the cache, and asked for
 * @param answered of these, those that got an answer that is kept
 * @param failed of these, those that could not be done
 * @param deferred of these, those that were not asked after all, because the run stopped asking
 * @param awaited of these, those that another run is asking at this moment
 */
public record DagCounts(
    long cached, long shared, long asked, long answered, long failed, long deferred, long awaited) {

  /** No DAG has come yet. */
  public static final DagCounts NONE = new DagCounts(0, 0, 0, 0, 0, 0, 0);

  /** DAGs asked for whose result is there, whatever it is. */
  public long settled() {
    return answered + failed + deferred;
  }

  DagCounts plus(DagCounts other) {
    return new DagCounts(
        cached + other.cached,
        shared + other.shared,
        asked + other.asked,
        answered + other.answered,
        failed + other.failed,
        deferred + other.deferred,
        awaited + other.awaited);
  }
}
