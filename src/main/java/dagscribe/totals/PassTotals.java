package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

/**
 * What asking in one pass came to.
 *
 * @param calls the calls made
 * @param throttling how they were held back
 * @param dagsPerCall DAGs by how many shared a prompt, in words with the reason
 * @param promptCacheNanoUsd billionths of a dollar that the server's prompt cache has saved, less
 *     what writing to it cost
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record PassTotals(
    CallTotals calls,
    ThrottlingTotals throttling,
    Map<String, Long> dagsPerCall,
    long promptCacheNanoUsd)
    implements Serializable {

  /** Nothing asked. */
  public static final PassTotals NONE = new PassTotals();

  public PassTotals {
    calls = Objects.requireNonNullElse(calls, CallTotals.NONE);
    throttling = Objects.requireNonNullElse(throttling, ThrottlingTotals.NONE);
    dagsPerCall = Sums.counts(dagsPerCall);
  }

  /** Nothing asked, which is also what the coder leaves out. */
  public PassTotals() {
    this(CallTotals.NONE, ThrottlingTotals.NONE, Map.of(), 0);
  }

  /** Both together. */
  public PassTotals plus(PassTotals other) {
    return new PassTotals(
        calls.plus(other.calls),
        throttling.plus(other.throttling, 1),
        Sums.plus(dagsPerCall, other.dagsPerCall, 1),
        promptCacheNanoUsd + other.promptCacheNanoUsd);
  }

  /** What has been asked since; moments and the most in flight are those of all so far. */
  public PassTotals since(PassTotals before) {
    return new PassTotals(
        calls.since(before.calls),
        throttling.plus(before.throttling, -1),
        Sums.plus(dagsPerCall, before.dagsPerCall, -1),
        promptCacheNanoUsd - before.promptCacheNanoUsd);
  }
}
