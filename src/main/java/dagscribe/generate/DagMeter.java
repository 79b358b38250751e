package dagscribe.generate;

import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of the DAGs of a generator. Thread-safe. */
final class DagMeter {

  private final LongAdder cached = new LongAdder();
  private final LongAdder shared = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder deferred = new LongAdder();
  private final LongAdder awaited = new LongAdder();

  /** So many were found in the cache. */
  void found(long dags) {
    cached.add(dags);
  }

  /** So many have the answer of an equal one. */
  void shared(long dags) {
    shared.add(dags);
  }

  /** So many more wait for the answer of another run; less if it is below 0. */
  void awaits(long dags) {
    awaited.add(dags);
  }

  /** One that was asked for has its result. */
  void settled(Result result) {
    if (result instanceof Result.Failure) {
      failed.increment();
    } else if (result instanceof Result.Deferral) {
      deferred.increment();
    } else {
      answered.increment();
    }
  }

  /**
   * The counts now.
   *
   * @param asked DAGs asked for, which are counted where they are put into prompts
   */
  DagCounts counts(long asked) {
    return new DagCounts(
        cached.sum(),
        shared.sum(),
        asked,
        answered.sum(),
        failed.sum(),
        deferred.sum(),
        awaited.sum());
  }
}
