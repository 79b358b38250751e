package dagscribe.progress;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Amounts {

  private static final double NANO = 1e9;
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Amounts() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Two units at the most: {@code 2 h 10 min}. */
  static String time(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < MINUTE) {
      return seconds + " s";
    } else if (seconds < HOUR) {
      return two(seconds, MINUTE, "min", 1, "s");
    } else if (seconds < DAY) {
      return two(seconds, HOUR, "h", MINUTE, "min");
    }
    return two(seconds, DAY, "d", HOUR, "h");
  }

  private static String two(long seconds, long large, String largeUnit, long small, String unit) {
    long rest = seconds % large / small;
    String text = seconds / large + " " + largeUnit;
    return rest == 0 ? text : text + " " + rest + " " + unit;
  }

  /** Cents, or less where there are few. */
  static String dollars(long nanoUsd) {
    double usd = nanoUsd / NANO;
    return String.format(Locale.ROOT, usd < 1 ? "$%.4f" : "$%,.2f", usd);
  }
}
