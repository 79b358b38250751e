package dagscribe.limit;

/**
 * Counters of a limiter at one moment.
 *
 * @param granted permits given so far
 * @param outstanding permits not settled yet; 0 when all work is done
 * @param maxInFlight most permits that were outstanding at once
 * @param inFlightLimit calls that may be in flight now
 * @param waitedMillis time between asking and getting, summed over all calls
 * @param throttledMillis wall time in which calls were held back by a rate or a closed gate, and
 *     not merely by the calls in flight
 * @param gateClosings how often the gate closed for all calls
 * @param cuts how often a burst of refusals made the limiter slow down
 * @param limits the limits in force, as far as known
 */
public record LimiterTotals(
    long granted,
    int outstanding,
    int maxInFlight,
    int inFlightLimit,
    long waitedMillis,
    long throttledMillis,
    long gateClosings,
    long cuts,
    AccountLimits limits) {}
