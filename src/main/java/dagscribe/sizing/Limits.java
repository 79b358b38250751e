package dagscribe.sizing;

import java.io.Serializable;

/**
 * How fast a run may go.
 *
 * @param requestsPerMinute calls, 1 or more
 * @param inputTokensPerMinute uncached input, 1 or more
 * @param outputTokensPerMinute output, 1 or more
 * @param callsInFlight calls that wait for their answer at once, 1 or more
 */
public record Limits(
    long requestsPerMinute,
    long inputTokensPerMinute,
    long outputTokensPerMinute,
    int callsInFlight)
    implements Serializable {

  public Limits {
    if (requestsPerMinute < 1
        || inputTokensPerMinute < 1
        || outputTokensPerMinute < 1
        || callsInFlight < 1) {
      throw new IllegalArgumentException("limits must be 1 or more");
    }
  }
}
