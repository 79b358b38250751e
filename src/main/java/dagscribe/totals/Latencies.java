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
    return plus(new Latencies(1, millis, millis, millis));
  }

  /** Both together. */
  public Latencies plus(Latencies other) {
    if (count == 0 || other.count == 0) {
      return count == 0 ? other : this;
    }
    return new Latencies(
        count + other.count,
        sumMillis + other.sumMillis,
        Math.min(minMillis, other.minMillis),
        Math.max(maxMillis, other.maxMillis));
  }

  /** Answers since; the quickest and the slowest are those of all so far. */
  Latencies since(Latencies before) {
    return count == before.count
        ? NONE
        : new Latencies(count - before.count, sumMillis - before.sumMillis, minMillis, maxMillis);
  }
}
