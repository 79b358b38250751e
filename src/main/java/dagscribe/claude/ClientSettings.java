package dagscribe.claude;

import dagscribe.limit.Quota;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls are made; travels to the workers, and so never holds the key.
 *
 * @param baseUrl address of the server; null for Anthropic's
 * @param limits the account's limits as far as the operator sets them
 * @param workers calls in flight in this process; 0 finds the number
 * @param callTimeout longest wait for one whole answer
 * @param maxAttempts attempts at one call, those refused by the account's limits not counted, 1 or
 *     more
 * @param maxCostUsd money this process may spend, in US dollars; null for no limit
 * @param quota where the levels of the limits are kept
 */
public record ClientSettings(
    @Nullable String baseUrl,
    AccountLimits limits,
    int workers,
    Duration callTimeout,
    int maxAttempts,
    @Nullable Double maxCostUsd,
    Quota.Factory quota)
    implements Serializable {

  /** Most calls in flight when the number is found: a thread and a connection each. */
  public static final int MAX_AUTO_WORKERS = 512;

  /** Anthropic's server, everything learned, ten minutes a call as the SDK has it. */
  public static final ClientSettings DEFAULTS =
      new ClientSettings(null, AccountLimits.LEARNED, 0, Duration.ofMinutes(10), 12, null);

  /** Settings with levels that this process keeps for itself. */
  public ClientSettings(
      @Nullable String baseUrl,
      AccountLimits limits,
      int workers,
      Duration callTimeout,
      int maxAttempts,
      @Nullable Double maxCostUsd) {
    this(baseUrl, limits, workers, callTimeout, maxAttempts, maxCostUsd, Quota.LOCAL);
  }

  public ClientSettings {
    if (workers < 0 || maxAttempts < 1) {
      throw new IllegalArgumentException("workers " + workers + ", maxAttempts " + maxAttempts);
    }
    if (callTimeout.isNegative() || callTimeout.isZero()) {
      throw new IllegalArgumentException("callTimeout must be positive: " + callTimeout);
    }
    if (maxCostUsd != null && !(maxCostUsd >= 0)) {
      throw new IllegalArgumentException("maxCostUsd must be 0 or more: " + maxCostUsd);
    }
  }

  /** Whether calls go to Anthropic's own server. */
  public boolean isAnthropic() {
    return baseUrl == null || baseUrl.contains("api.anthropic.com");
  }

  /** The same with another server. */
  public ClientSettings withBaseUrl(@Nullable String url) {
    return new ClientSettings(url, limits, workers, callTimeout, maxAttempts, maxCostUsd, quota);
  }

  /** The same with limits set by an operator. */
  public ClientSettings withLimits(AccountLimits set) {
    return new ClientSettings(baseUrl, set, workers, callTimeout, maxAttempts, maxCostUsd, quota);
  }

  /** The same with another number of calls in flight. */
  public ClientSettings withWorkers(int number) {
    return new ClientSettings(baseUrl, limits, number, callTimeout, maxAttempts, maxCostUsd, quota);
  }

  /** The same with another longest wait. */
  public ClientSettings withCallTimeout(Duration timeout) {
    return new ClientSettings(baseUrl, limits, workers, timeout, maxAttempts, maxCostUsd, quota);
  }

  /** The same with another cost cap. */
  public ClientSettings withMaxCostUsd(@Nullable Double usd) {
    return new ClientSettings(baseUrl, limits, workers, callTimeout, maxAttempts, usd, quota);
  }

  /** The same with the levels kept elsewhere. */
  public ClientSettings withQuota(Quota.Factory factory) {
    return new ClientSettings(
        baseUrl, limits, workers, callTimeout, maxAttempts, maxCostUsd, factory);
  }
}
