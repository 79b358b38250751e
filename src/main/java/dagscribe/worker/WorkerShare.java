package dagscribe.worker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The part that this process has of a job whose work is dealt out in partitions of equal size, each
 * to one process. Thread-safe.
 */
/*
 * A worker of a cluster knows neither how many others there are nor how keys fall on them. But it
 * sees the partitions that come to it, all processes together see each partition once, and so the shares add
 * up to the whole, whoever gets how many.
 */
final class WorkerShare {

  /** Takes a share: so many parts of a whole. */
  interface Holder {
    void keepTo(int parts, int whole);
  }

  private final int partitions;
  private final Holder holder;
  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

  /**
   * @param partitions over all processes; 1 if this process has the whole job
   */
  WorkerShare(int partitions, Holder holder) {
    this.partitions = partitions;
    this.holder = holder;
  }

  /** Adds a partition, unless it has been added. */
  synchronized void take(int partition) {
    if (partitions > 1 && seen.add(partition)) {
      holder.keepTo(seen.size(), partitions);
    }
  }
}
