package dagscribe.generate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The part that this process has of a job whose work is dealt out in lanes of equal size, each to
 * one process. Thread-safe.
 */
/*
 * A worker of a cluster knows neither how many others there are nor how keys fall on them. But it
 * sees the lanes that come to it, all processes together see each lane once, and so the shares add
 * up to the whole, whoever gets how many.
 */
final class JobShare {

  /** Takes a share: so many parts of a whole. */
  interface Holder {
    void keepTo(int parts, int whole);
  }

  private final int lanes;
  private final Holder holder;
  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

  /**
   * @param lanes over all processes; 1 if this process has the whole job
   */
  JobShare(int lanes, Holder holder) {
    this.lanes = lanes;
    this.holder = holder;
  }

  /** Adds a lane, unless it has been added. */
  synchronized void take(int lane) {
    if (lanes > 1 && seen.add(lane)) {
      holder.keepTo(seen.size(), lanes);
    }
  }
}
