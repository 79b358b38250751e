package dagscribe.progress;

import java.time.Duration;

/**
 * When a line is due: first after ten seconds, then after intervals that double up to a minute. Not
 * thread-safe.
 */
final class PlainSchedule {

  static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Duration due = FIRST;
  private Duration interval = FIRST;

  /** Whether a line is due; the next is then due later. */
  boolean isDue(Duration elapsed) {
    if (elapsed.compareTo(due) < 0) {
      return false;
    }
    due = elapsed.plus(interval);
    Duration doubled = interval.multipliedBy(2);
    interval = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return true;
  }
}
