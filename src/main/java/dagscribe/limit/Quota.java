package dagscribe.limit;

import java.io.Serializable;

/**
 * Where the buckets of an account's limits are kept: by each process for itself, or by all
 * together.
 */
public interface Quota extends AutoCloseable {

  /** Each process keeps its own, corrected by what the server says of the whole account. */
  Factory LOCAL = new LocalQuota();

  /**
   * Opens the bucket of a limit; called once for each.
   *
   * @param limit name of the limit
   * @param perMinute units a minute, 1 or more
   * @param available units left as far as this process knows, 0 to {@code perMinute}
   */
  TokenBucket open(String limit, long perMinute, long available);

  /** Whether the processes of a job draw on the same buckets. */
  boolean isShared();

  @Override
  void close();

  /** Opens a quota where it is used. Equal factories open the same one. */
  interface Factory extends Serializable {

    /**
     * Opens the quota.
     *
     * @param ticker the clock of this process
     */
    Quota open(Ticker ticker);
  }
}
