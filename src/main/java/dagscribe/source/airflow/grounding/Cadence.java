package dagscribe.source.airflow.grounding;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When something runs, as far as words can tell it.
 *
 * @param periods seconds between two runs by every reading that is right ("twice a day" and "daily
 *     at 6 and 18"), or one of the names below
 * @param exact those of the periods in which there is a single run, so that "once a day" is right
 * @param times seconds after midnight of the runs; empty if nothing is said of them
 * @param days days of the week of the runs; empty for every day, or if nothing is said of them
 */
record Cadence(Set<Integer> periods, Set<Integer> exact, Set<Integer> times, Set<DayOfWeek> days) {

  /** No schedule: started by hand or by something else. */
  static final int NEVER = 0;

  /** A single run. */
  static final int ONCE = -1;

  /** Whenever a data set or an asset changes. */
  static final int ON_DATA = -2;

  /** Again as soon as a run has ended. */
  static final int CONTINUOUS = -3;

  /** On days of the week that have been named. */
  static final int NAMED_DAYS = -4;

  static final int MINUTE = 60;
  static final int HOUR = 60 * MINUTE;
  static final int DAY = 24 * HOUR;
  static final int WEEK = 7 * DAY;

  /** By convention, as for {@link #QUARTER} and {@link #YEAR}: words do not count days either. */
  static final int MONTH = 30 * DAY;

  static final int QUARTER = 3 * MONTH;
  static final int YEAR = 365 * DAY;

  Cadence {
    periods = Set.copyOf(periods);
    exact = Set.copyOf(exact);
    times = Set.copyOf(times);
    days = Set.copyOf(days);
  }

  /** Runs so often, at times that nothing is said of. */
  static Cadence every(int period) {
    boolean weekly = period > 0 && period % WEEK == 0;
    Set<Integer> periods = weekly ? Set.of(period, NAMED_DAYS) : Set.of(period);
    return new Cadence(periods, Set.of(period), Set.of(), Set.of());
  }

  /** Runs whenever one of several does: "twice a day" if each runs once a day. */
  static Cadence all(Collection<Cadence> cadences) {
    List<Cadence> distinct = cadences.stream().distinct().toList();
    if (distinct.size() == 1) {
      return distinct.get(0);
    }
    Set<Integer> periods = new HashSet<>();
    Set<Integer> times = new HashSet<>();
    Set<DayOfWeek> days = new HashSet<>();
    Set<Integer> shared = new HashSet<>(distinct.get(0).exact());
    for (Cadence cadence : distinct) {
      periods.addAll(cadence.periods());
      times.addAll(cadence.times());
      days.addAll(cadence.days());
      shared.retainAll(cadence.exact());
    }
    boolean everyDay = distinct.stream().anyMatch(cadence -> cadence.days().isEmpty());
    Set<Integer> exact = new HashSet<>();
    shared.stream().filter(period -> period > 0).forEach(p -> exact.add(p / distinct.size()));
    if (everyDay && distinct.stream().allMatch(cadence -> cadence.periods().contains(DAY))) {
      exact.add(DAY / Math.max(1, times.size()));
    }
    periods.addAll(exact);
    return new Cadence(periods, exact, times, everyDay ? Set.of() : days);
  }

  /** Whether something said of the schedule is right. */
  boolean admits(StatedPeriod stated) {
    return (stated.exact() ? exact : periods).contains(stated.period());
  }
}
