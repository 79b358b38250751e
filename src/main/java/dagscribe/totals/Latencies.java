package dagscribe.totals;

import java.io.Serializable;

/**
 * How long answers took, in milliseconds, from sending to the whole answer.
 *
 * @param count answers
 * @param sumMillis all of them together
 * @param minMillis the quickest; 0 if there is none
 * @param maxMillis the slowest; 0 if there is none
 */
public record Latencies(long count, long sumMillis, long minMillis, long maxMillis)
    implements Serializable {

  /** No answer yet. */
  public static final Latencies NONE = new Latencies(0, 0, 0, 0);

  /** These and one more answer. */
  public Latencies plus(long millis) {
    return plus(new Latencies(1, millis, millis, millis), 1);
  }

  /** These and so many times others; -1 takes away others that they contain. */
  Latencies plus(Latencies other, int times) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    long both = count + times * other.count;
    return both == 0
        ? NONE
        : new Latencies(
            both,
            sumMillis + times * other.sumMillis,
            Math.min(minMillis, other.minMillis),
            Math.max(maxMillis, other.maxMillis));
  }
}
