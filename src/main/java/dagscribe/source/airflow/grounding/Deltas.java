package dagscribe.source.airflow.grounding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The length of {@code timedelta(…)} and {@code relativedelta(…)}. */
final class Deltas {

  private static final Map<String, Integer> SECONDS =
      Map.of(
          "weeks", Cadence.WEEK,
          "days", Cadence.DAY,
          "hours", Cadence.HOUR,
          "minutes", Cadence.MINUTE,
          "seconds", 1,
          "months", Cadence.MONTH,
          "years", Cadence.YEAR);

  /** What timedelta takes by position, as far as anybody does. */
  private static final List<String> POSITIONS = List.of("days", "seconds");

  private Deltas() {}

  /** Whole seconds from 1 on; empty if some part is not a plain number or of no such unit. */
  static Optional<Integer> seconds(Expression.Call delta) {
    if (delta.positional().size() > POSITIONS.size()) {
      return Optional.empty();
    }
    double sum = 0;
    for (int position = 0; position < delta.positional().size(); position++) {
      sum += part(POSITIONS.get(position), delta.positional().get(position));
    }
    for (Map.Entry<String, Expression> part : delta.named().entrySet()) {
      sum += part(part.getKey(), part.getValue());
    }
    boolean whole = sum >= 1 && sum <= Integer.MAX_VALUE && sum == Math.rint(sum);
    return whole ? Optional.of((int) sum) : Optional.empty();
  }

  private static double part(String unit, Expression value) {
    Integer seconds = SECONDS.get(unit);
    return seconds != null && value instanceof Expression.Numeral number
        ? seconds * number.value()
        : Double.NaN;
  }
}
