package dagscribe.sim;

import java.util.Locale;

/**
 * A stretch of calls that all meet the same fault.
 *
 * @param first number of the first call, 1 for the first one admitted
 * @param last number of the last call, {@link Long#MAX_VALUE} for no end
 */
record FaultWindow(FaultKind kind, long first, long last) {

  FaultWindow {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "calls of fault '%s' must be 1 or more, in order: %d-%d",
              kind.word(),
              first,
              last));
    }
  }

  boolean contains(long call) {
    return first <= call && call <= last;
  }

  @Override
  public String toString() {
    String calls = last == Long.MAX_VALUE ? "" + first : first + "-" + last;
    return kind.word() + "@" + calls;
  }
}
