package dagscribe.bench;

import java.util.List;
import java.util.function.ToLongFunction;

/** How much of a limit was used, from what the server saw in each second. */
final class Use {

  private final List<Second> seconds;
  private final ToLongFunction<Second> units;

  Use(List<Second> seconds, ToLongFunction<Second> units) {
    this.seconds = seconds;
    this.units = units;
  }

  /** Share of a limit a minute that was used between two seconds of the epoch. */
  double share(long from, long to, double perMinute) {
    long used =
        seconds.stream()
            .filter(second -> second.epochSecond() >= from && second.epochSecond() < to)
            .mapToLong(units)
            .sum();
    return used / (perMinute * (to - from) / 60);
  }

  /**
   * Seconds from an event until windows of ten seconds stay within a twentieth of a limit, three in
   * a row; -1 if they never do.
   */
  long secondsUntilSteady(long event, long end, double perMinute) {
    for (long from = event; from + 30 <= end; from++) {
      if (isNear(from, perMinute) && isNear(from + 10, perMinute) && isNear(from + 20, perMinute)) {
        return from - event;
      }
    }
    return -1;
  }

  private boolean isNear(long from, double perMinute) {
    return Math.abs(share(from, from + 10, perMinute) - 1) <= 0.05;
  }
}
