package dagscribe.sim;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What happened in each second. Not thread-safe. */
final class Series {

  private final NavigableMap<Long, Second> seconds = new TreeMap<>();

  /**
   * One second; seconds in which nothing happened are left out.
   *
   * @param admitted calls that the limits let in
   * @param inputTokens input charged to the limits, cache reads not counted
   * @param outputTokens output charged to the limits
   * @param rateLimited answers with status 429
   */
  record Second(
      long epochSecond, long admitted, long inputTokens, long outputTokens, long rateLimited) {

    private Second plus(Second other) {
      return new Second(
          epochSecond,
          admitted + other.admitted,
          inputTokens + other.inputTokens,
          outputTokens + other.outputTokens,
          rateLimited + other.rateLimited);
    }
  }

  void admitted(long epochSecond, long inputTokens) {
    add(new Second(epochSecond, 1, inputTokens, 0, 0));
  }

  void produced(long epochSecond, long outputTokens) {
    add(new Second(epochSecond, 0, 0, outputTokens, 0));
  }

  void rateLimited(long epochSecond) {
    add(new Second(epochSecond, 0, 0, 0, 1));
  }

  List<Second> all() {
    return List.copyOf(seconds.values());
  }

  void clear() {
    seconds.clear();
  }

  private void add(Second second) {
    seconds.merge(second.epochSecond(), second, Second::plus);
  }
}
