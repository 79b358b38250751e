package dagscribe.source.airflow.grounding;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what was found to be said of a schedule, for people. */
final class CadenceText {

  private CadenceText() {}

  /** Times of day as "06:30". */
  static String times(Set<Integer> times) {
    return times.stream()
        .sorted()
        .map(
            time ->
                String.format(
                    Locale.ROOT,
                    "%02d:%02d",
                    time / Cadence.HOUR,
                    time % Cadence.HOUR / Cadence.MINUTE))
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
