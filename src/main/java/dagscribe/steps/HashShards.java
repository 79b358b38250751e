package dagscribe.steps;

import java.io.Serializable;

/**
 * Spreads content hashes over a number of shards.
 *
 * @param count 1 to {@value #MAX}
 */
public record HashShards(int count) implements Serializable {

  /**
   * So many that a shard of the largest input still fits in memory, so few that keys stay cheap.
   */
  static final int MAX = 4096;

  /** What one shard should hold: rejoining holds one shard's records in memory. */
  private static final long BYTES_PER_SHARD = 8 << 20;

  /** Enough to spread state over any cluster; no shard is ever held in memory as a whole. */
  private static final int GROWING = 256;

  public HashShards {
    if (count < 1 || count > MAX) {
      throw new IllegalArgumentException("shards must be 1 to " + MAX + ": " + count);
    }
  }

  /**
   * As few as keep all threads of a DirectRunner busy: it makes a bundle of every key, and holds
   * all state in memory in any case.
   */
  public static HashShards ofOneProcess() {
    return new HashShards(4);
  }

  /** As many shards as an input of this size wants. */
  public static HashShards forInput(long bytes) {
    return new HashShards((int) Math.max(1, Math.min(MAX, bytes / BYTES_PER_SHARD)));
  }

  /** Shards for an input of which nobody knows how large it will be. */
  public static HashShards forGrowingInput() {
    return new HashShards(GROWING);
  }

  /** The shard of a hash in hexadecimal. */
  int of(String hash) {
    return Integer.remainderUnsigned(Integer.parseUnsignedInt(hash, 0, 8, 16), count);
  }
}
