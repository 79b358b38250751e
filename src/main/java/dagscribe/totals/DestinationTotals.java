package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.Map;

/**
 * What went to one destination.
 *
 * @param lines lines in its files, counted there
 * @param files its files
 * @param reasons lines sent there, by the reason that they state, of which there are few; an
 *     instruction has none
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record DestinationTotals(long lines, long files, Map<String, Long> reasons)
    implements Serializable {

  /** Nothing. */
  public static final DestinationTotals NONE = new DestinationTotals(0, 0, Map.of());

  public DestinationTotals {
    reasons = Sums.counts(reasons);
  }

  /** Lines sent there for any reason. */
  public long sent() {
    return Sums.total(reasons);
  }

  /** Both together. */
  public DestinationTotals plus(DestinationTotals other) {
    return new DestinationTotals(
        lines + other.lines, files + other.files, Sums.plus(reasons, other.reasons, 1));
  }
}
