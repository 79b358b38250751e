package dagscribe.prompt;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * When something runs, as far as words can tell it.
 *
 * @param periods minutes between two runs by every reading that is right ("twice a day" and "daily
 *     at 6 and 18"), or {@link #NEVER} or {@link #ONCE}; empty if nothing is said of it
 * @param times minutes after midnight of the runs; empty if nothing is said of them
 * @param days days of the week of the runs; empty for every day, or if nothing is said of them
 */
record Cadence(Set<Integer> periods, Set<Integer> times, Set<DayOfWeek> days) {

  /** No schedule: started by hand or by something else. */
  static final int NEVER = 0;

  /** A single run. */
  static final int ONCE = -1;

  static final int HOUR = 60;
  static final int DAY = 24 * HOUR;
  static final int WEEK = 7 * DAY;

  /** By convention, as for {@link #QUARTER} and {@link #YEAR}: words do not count days either. */
  static final int MONTH = 30 * DAY;

  static final int QUARTER = 3 * MONTH;
  static final int YEAR = 365 * DAY;

  Cadence {
    periods = Set.copyOf(periods);
    times = Set.copyOf(times);
    days = Set.copyOf(days);
  }

  /** Runs so often, at times that nothing is said of. */
  static Cadence every(int minutes) {
    return new Cadence(Set.of(minutes), Set.of(), Set.of());
  }
}
