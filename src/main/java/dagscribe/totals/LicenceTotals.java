package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Instruction lines by the licence that their record states. Records may state anything, so no more
 * than {@value #MOST_NAMES} names are told apart, of a sum as of its parts: the shortest, as names
 * of licences are and prose is not, and among those the first in the order of text. Whether a name
 * is one of them depends on the names alone, so parts add up the same in any order.
 *
 * @param named lines by name
 * @param others lines of all other names
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record LicenceTotals(Map<String, Long> named, long others) implements Serializable {

  /** Names told apart. */
  public static final int MOST_NAMES = 200;

  /** No line. */
  public static final LicenceTotals NONE = new LicenceTotals(Map.of(), 0);

  private static final String OTHER = "other";

  private static final Comparator<String> SHORTEST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  public LicenceTotals {
    named = Sums.counts(named);
    if (named.size() > MOST_NAMES) {
      Map<String, Long> kept =
          named.keySet().stream()
              .sorted(SHORTEST)
              .limit(MOST_NAMES)
              .collect(Collectors.toMap(name -> name, named::get));
      others += Sums.total(named) - Sums.total(kept);
      named = Sums.counts(kept);
    }
  }

  /** One line. */
  public static LicenceTotals of(String licence) {
    return new LicenceTotals(Map.of(licence, 1L), 0);
  }

  /** Both together. */
  public LicenceTotals plus(LicenceTotals other) {
    return new LicenceTotals(Sums.plus(named, other.named, 1), others + other.others);
  }

  /** Lines by name; those that are not told apart are {@code other}. */
  public Map<String, Long> byName() {
    Map<String, Long> lines = new TreeMap<>(named);
    if (others > 0) {
      lines.merge(OTHER, others, Long::sum);
    }
    return lines;
  }
}
