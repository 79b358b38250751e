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

  /** These and so many times others; -1 takes away what they contain. */
  ThrottlingTotals plus(ThrottlingTotals other, int times) {
    return new ThrottlingTotals(
        permitsOut + times * other.permitsOut,
        waitedMillis + times * other.waitedMillis,
        throttledMillis + times * other.throttledMillis,
        gateClosings + times * other.gateClosings,
        cuts + times * other.cuts);
  }
}
