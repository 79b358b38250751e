package dagscribe.steps;

import dagscribe.report.TotalNames;
import dagscribe.report.Totals;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts instruction lines by licence. Records may state anything, so no more than {@value
 * #MOST_NAMES} names are told apart in one bundle. Confined to one bundle.
 */
final class LicenceTally {

  static final int MOST_NAMES = 200;

  private static final String OTHER = "other";

  private final Map<String, Long> lines = new HashMap<>();

  void add(String licence) {
    String name = TotalNames.LICENCE + licence;
    boolean isNamed = lines.containsKey(name) || lines.size() < MOST_NAMES;
    lines.merge(isNamed ? name : TotalNames.LICENCE + OTHER, 1L, Long::sum);
  }

  Totals totals() {
    return new Totals(lines, Map.of());
  }
}
