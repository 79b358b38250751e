package dagscribe.prompt;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what was found to be said of a schedule, for people. */
final class CadenceText {

  private static final Map<Integer, String> UNITS =
      new TreeMap<>(
          Map.of(
              1,
              "minute",
              Cadence.HOUR,
              "hour",
              Cadence.DAY,
              "day",
              Cadence.WEEK,
              "week",
              Cadence.MONTH,
              "month",
              Cadence.QUARTER,
              "quarter",
              Cadence.YEAR,
              "year"));

  private CadenceText() {}

  /** Periods as "every 6 hours"; empty without one. */
  static String periods(Set<Integer> periods) {
    return periods.stream().sorted().map(CadenceText::period).collect(Collectors.joining(", "));
  }

  private static String period(int period) {
    if (period == Cadence.NEVER) {
      return "by hand";
    }
    if (period == Cadence.ONCE) {
      return "once";
    }
    int unit = UNITS.keySet().stream().filter(u -> period % u == 0).reduce(1, (less, more) -> more);
    int count = period / unit;
    return count == 1 ? "every " + UNITS.get(unit) : "every " + count + " " + UNITS.get(unit) + "s";
  }

  /** Times of day as "06:30". */
  static String times(Set<Integer> times) {
    return times.stream()
        .sorted()
        .map(
            time ->
                String.format(Locale.ROOT, "%02d:%02d", time / Cadence.HOUR, time % Cadence.HOUR))
        .collect(Collectors.joining(", "));
  }

  /** Days as "monday". */
  static String days(Set<DayOfWeek> days) {
    return days.stream()
        .sorted()
        .map(day -> day.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
