package dagscribe.source.airflow.grounding;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cron expression of five fields, as far as people would say it in words. Not meant to compute
 * the next run.
 */
record Cron(
    NavigableSet<Integer> minutes,
    NavigableSet<Integer> hours,
    NavigableSet<Integer> monthDays,
    NavigableSet<Integer> months,
    NavigableSet<Integer> weekDays) {

  /** More runs a day than this are told by their interval, not by their times. */
  private static final int MAX_TIMES = 6;

  /** Days of the week from which on people say "daily". */
  private static final int WORKING_WEEK = 5;

  /** The cadence of an expression; empty if it is none, or one beyond plain cron. */
  static Optional<Cadence> parse(String expression) {
    List<String> fields =
        Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(expression);
    if (fields.size() != CronField.values().length) {
      return Optional.empty();
    }
    try {
      Cron cron =
          new Cron(
              CronField.MINUTE.values(fields.get(0)),
              CronField.HOUR.values(fields.get(1)),
              CronField.MONTH_DAY.values(fields.get(2)),
              CronField.MONTH.values(fields.get(3)),
              CronField.WEEK_DAY.values(fields.get(4)));
      return Optional.of(cron.cadence());
    } catch (IllegalArgumentException notPlainCron) {
      return Optional.empty();
    }
  }

  private Cadence cadence() {
    Set<Integer> periods = new HashSet<>();
    Set<Integer> exact = new HashSet<>();
    addPeriods(periods, exact);
    addPeriodsWithinADay(exact);
    periods.addAll(exact);
    return new Cadence(periods, exact, times(), days());
  }

  private void addPeriods(Set<Integer> periods, Set<Integer> exact) {
    boolean onceADay = runsADay() == 1;
    boolean everyDay = CronField.WEEK_DAY.isEvery(weekDays);
    if (!everyDay) {
      periods.add(Cadence.NAMED_DAYS);
      periods.add(weekDays.size() < WORKING_WEEK ? Cadence.WEEK : Cadence.DAY);
    }
    if (!CronField.MONTH.isEvery(months)) {
      int period = months.size() == 1 ? Cadence.YEAR : 12 * Cadence.MONTH / months.size();
      (onceADay && monthDays.size() == 1 && everyDay ? exact : periods).add(period);
    } else if (!CronField.MONTH_DAY.isEvery(monthDays)) {
      int period = monthDays.size() == 1 ? Cadence.MONTH : step(monthDays) * Cadence.DAY;
      (onceADay && everyDay ? exact : periods).add(period);
      periods.add(Cadence.MONTH);
    } else if (!everyDay && onceADay) {
      exact.add(weekDays.size() < WORKING_WEEK ? Cadence.WEEK / weekDays.size() : Cadence.DAY);
    } else if (everyDay && runsADay() <= MAX_TIMES) {
      (onceADay ? exact : periods).add(Cadence.DAY);
    }
  }

  private void addPeriodsWithinADay(Set<Integer> exact) {
    if (minutes.size() > 1) {
      exact.add(step(minutes) * Cadence.MINUTE);
      exact.add(Cadence.HOUR / minutes.size());
    } else if (hours.size() > 1) {
      exact.add(step(hours) * Cadence.HOUR);
    }
    if (runsADay() > 1) {
      exact.add(Cadence.DAY / runsADay());
    }
  }

  private int runsADay() {
    return minutes.size() * hours.size();
  }

  /** From the first of several values to the second. */
  private static int step(NavigableSet<Integer> values) {
    int first = values.first();
    return values.tailSet(first, false).first() - first;
  }

  private Set<Integer> times() {
    if (runsADay() > MAX_TIMES) {
      return Set.of();
    }
    return hours.stream()
        .flatMap(
            hour -> minutes.stream().map(minute -> hour * Cadence.HOUR + minute * Cadence.MINUTE))
        .collect(Collectors.toSet());
  }

  private Set<DayOfWeek> days() {
    if (CronField.WEEK_DAY.isEvery(weekDays)) {
      return Set.of();
    }
    return weekDays.stream()
        .map(day -> day == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(day))
        .collect(Collectors.toSet());
  }
}
