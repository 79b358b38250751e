package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * How calls were held back.
 *
 * @param permitsOut permits given and not returned; 0 at the end of a run unless some leaked
 * @param waitedMillis time between asking for a permit and getting it, summed over all calls
 * @param throttledMillis wall time in which calls were held back by a rate or a closed gate
 * @param gateClosings how often the gate closed for all calls
 * @param cuts how often a burst of refusals made the limiter slow down
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record ThrottlingTotals(
    long permitsOut, long waitedMillis, long throttledMillis, long gateClosings, long cuts)
    implements Serializable {

  /** Never. */
  public static final ThrottlingTotals NONE = new ThrottlingTotals(0, 0, 0, 0, 0);

  /** Both together. */
  ThrottlingTotals plus(ThrottlingTotals other) {
    return new ThrottlingTotals(
        permitsOut + other.permitsOut,
        waitedMillis + other.waitedMillis,
        throttledMillis + other.throttledMillis,
        gateClosings + other.gateClosings,
        cuts + other.cuts);
  }

  /** How they have been held back since. */
  ThrottlingTotals since(ThrottlingTotals before) {
    return new ThrottlingTotals(
        permitsOut - before.permitsOut,
        waitedMillis - before.waitedMillis,
        throttledMillis - before.throttledMillis,
        gateClosings - before.gateClosings,
        cuts - before.cuts);
  }
}
