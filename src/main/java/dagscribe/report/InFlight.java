package dagscribe.report;

import dagscribe.totals.PassTotals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When calls were made, and how many at once.
 *
 * @param firstCall when the first was sent, ISO 8601; null if none was
 * @param lastAnswer when the last was answered, ISO 8601; null if none was
 * @param spanSeconds from one to the other
 * @param most calls open at once in one JVM
 * @param permitsLeft permits given and never returned: 0 unless some leaked
 */
public record InFlight(
    @Nullable String firstCall,
    @Nullable String lastAnswer,
    double spanSeconds,
    long most,
    long permitsLeft) {

  static InFlight of(PassTotals asked) {
    long first = asked.calls().firstCallEpochMillis();
    long last = asked.calls().lastAnswerEpochMillis();
    return new InFlight(
        time(first),
        time(last),
        (last - first) / 1e3,
        asked.calls().maxInFlight(),
        asked.throttling().permitsOut());
  }

  private static @Nullable String time(long epochMillis) {
    return epochMillis == 0 ? null : Instant.ofEpochMilli(epochMillis).toString();
  }
}
