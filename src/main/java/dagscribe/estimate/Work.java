package dagscribe.estimate;

import dagscribe.report.Totals;
import java.util.Map;

/**
 * What one candidate would have to do.
 *
 * @param asked DAGs to ask about
 * @param cached DAGs whose answer is in the cache
 * @param shared DAGs that are shortened to the same text as another and share its answer
 * @param chars characters that those asked about add to messages
 */
record Work(long asked, long cached, long shared, long chars) {

  private static final String ASKED = ".asked";
  private static final String CACHED = ".cached";
  private static final String SHARED = ".shared";
  private static final String CHARS = ".chars";

  /** The same as named numbers, which add up over all parts of a run. */
  Totals totals(int candidate) {
    return new Totals(
        Map.of(
            name(candidate, ASKED),
            asked,
            name(candidate, CACHED),
            cached,
            name(candidate, SHARED),
            shared,
            name(candidate, CHARS),
            chars),
        Map.of());
  }

  /** The work of one candidate over a whole run. */
  static Work of(Totals totals, int candidate) {
    return new Work(
        totals.get(name(candidate, ASKED)),
        totals.get(name(candidate, CACHED)),
        totals.get(name(candidate, SHARED)),
        totals.get(name(candidate, CHARS)));
  }

  private static String name(int candidate, String number) {
    return "work." + candidate + number;
  }
}
