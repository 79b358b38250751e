package dagscribe.sim;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a simulated server has done since it was started or reset.
 *
 * @param calls calls to {@code /v1/messages}
 * @param answered answers by HTTP status; {@code closed} for connections closed without one
 * @param billedCalls messages that were paid for
 * @param billedTokens what they were paid for
 * @param inFlight calls that are open now
 * @param maxInFlight the most calls that were open at once
 * @param rateLimited answers with status 429, by buckets and by faults
 * @param refused messages with stop reason refusal
 * @param truncated messages with stop reason max_tokens, those that only fill the cache not counted
 * @param undelivered answers whose client was gone
 * @param dagsBilled different DAG sources paid for, by model
 * @param dagsBilledAgain those among them that were paid for more than once
 * @param dagsDelivered different DAG sources whose answer was sent whole, by model
 * @param dagsDeliveredAgain those among them whose answer was sent whole more than once
 * @param firstRequestEpochMillis 0 without a call
 * @param lastAnswerEpochMillis 0 without an answer
 * @param faults calls by the word of the fault they met
 * @param models the same by model
 */
public record SimStats(
    long calls,
    Map<String, Long> answered,
    long billedCalls,
    BilledTokens billedTokens,
    long inFlight,
    long maxInFlight,
    long rateLimited,
    long refused,
    long truncated,
    long undelivered,
    long dagsBilled,
    long dagsBilledAgain,
    long dagsDelivered,
    long dagsDeliveredAgain,
    long firstRequestEpochMillis,
    long lastAnswerEpochMillis,
    Map<String, Long> faults,
    Map<String, ModelStats> models) {

  public SimStats {
    answered = sorted(answered);
    faults = sorted(faults);
    models = sorted(models);
  }

  private static <V> Map<String, V> sorted(Map<String, V> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /**
   * What one model has done.
   *
   * @param admitted valid calls that the limits let in
   */
  public record ModelStats(
      long admitted, long rateLimited, long billedCalls, BilledTokens billedTokens) {

    static final ModelStats NONE = new ModelStats(0, 0, 0, BilledTokens.NONE);

    ModelStats plus(ModelStats other) {
      return new ModelStats(
          admitted + other.admitted,
          rateLimited + other.rateLimited,
          billedCalls + other.billedCalls,
          billedTokens.plus(other.billedTokens));
    }
  }
}
