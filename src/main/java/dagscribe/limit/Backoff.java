package dagscribe.limit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: doubling, spread by a random share, and never less than
 * the server asked for.
 *
 * @param first the wait before the second attempt, positive
 * @param longest where doubling ends; a server-given delay may be longer
 */
public record Backoff(Duration first, Duration longest) {

  /** Half a second, doubling to 8 s, as Anthropic's own clients do. */
  public static final Backoff DEFAULT = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(8));

  /** 2^20 half seconds are six days: more doublings than that only risk an overflow. */
  private static final int MAX_DOUBLINGS = 20;

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "0 < first <= longest must hold: " + first + ", " + longest);
    }
  }

  /**
   * The wait after a failed attempt.
   *
   * @param attempt number of the attempt that failed, 1 or more
   * @param serverDelay what the server asked for; null if it said nothing
   * @param random 0 (inclusive) to 1 (exclusive)
   */
  public Duration delay(int attempt, @Nullable Duration serverDelay, double random) {
    long doubled = first.toNanos() << Math.min(Math.max(attempt - 1, 0), MAX_DOUBLINGS);
    long capped = Math.min(doubled, longest.toNanos());
    // Half is fixed and half is random: calls that failed together must not return together.
    Duration own = Duration.ofNanos((long) (capped * (0.5 + random / 2)));
    if (serverDelay == null) {
      return own;
    }
    return serverDelay;
  }
}
