package dagscribe.report;

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

  static InFlight of(Totals totals) {
    long first = totals.get(TotalNames.FIRST_CALL);
    long last = totals.get(TotalNames.LAST_ANSWER);
    return new InFlight(
        time(first),
        time(last),
        (last - first) / 1e3,
        totals.get(TotalNames.MAX_IN_FLIGHT),
        totals.get(TotalNames.PERMITS_OUT));
  }

  private static @Nullable String time(long epochMillis) {
    return epochMillis == 0 ? null : Instant.ofEpochMilli(epochMillis).toString();
  }
}
