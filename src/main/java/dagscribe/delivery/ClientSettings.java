package dagscribe.delivery;

import dagscribe.limit.AccountLimits;
import dagscribe.limit.Quota;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How calls are made; travels to the workers, and so never holds the key.
 *
 * @param baseUrl address of the server; null for the one that the environment of the calling
 *     process names, else Anthropic's
 * @param limits the account's limits as far as the operator sets them
 * @param workers calls in flight in this process; 0 finds the number
 * @param callTimeout longest wait for one whole answer
 * @param maxAttempts attempts at one call, those refused by the account's limits not counted, 1 or
 *     more
 * @param maxCostUsd money this process may spend, in US dollars; null for no limit
 * @param quota where the buckets of the limits are kept
 * @param isEmbedded whether the server is one of this process, which is asked directly and told no
 *     secret
 * @param waits how long calls wait for the server's sake
 */
public record ClientSettings(
    @Nullable String baseUrl,
    AccountLimits limits,
    int workers,
    Duration callTimeout,
    int maxAttempts,
    @Nullable Double maxCostUsd,
    Quota.Factory quota,
    boolean isEmbedded,
    Waits waits)
    implements Serializable {

  /** Address of Anthropic's own server. */
  public static final String ANTHROPIC_URL = "https://api.anthropic.com";

  private static final String ANTHROPIC_HOST = URI.create(ANTHROPIC_URL).getHost();

  /** Most calls in flight when the number is found: a thread and a connection each. */
  public static final int MAX_AUTO_WORKERS = 512;

  /** Anthropic's server, everything learned, ten minutes a call as the SDK has it. */
  public static final ClientSettings DEFAULTS =
      new ClientSettings(null, AccountLimits.LEARNED, 0, Duration.ofMinutes(10), 12, null);

  /** Settings with buckets that this process keeps for itself. */
  public ClientSettings(
      @Nullable String baseUrl,
      AccountLimits limits,
      int workers,
      Duration callTimeout,
      int maxAttempts,
      @Nullable Double maxCostUsd) {
    this(
        baseUrl,
        limits,
        workers,
        callTimeout,
        maxAttempts,
        maxCostUsd,
        Quota.LOCAL,
        false,
        Waits.NONE);
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
    return baseUrl == null || ANTHROPIC_HOST.equals(URI.create(baseUrl).getHost());
  }

  /** Address of the server that is asked. */
  public String serverUrl() {
    return baseUrl == null ? ANTHROPIC_URL : baseUrl;
  }

  /** The same with the server that an environment names, unless one is named already. */
  public ClientSettings withServerOf(@Nullable URI environment) {
    return baseUrl != null || environment == null ? this : withBaseUrl(environment.toString());
  }

  /** The same with another server. */
  public ClientSettings withBaseUrl(@Nullable String url) {
    return with(url, limits, workers, callTimeout, maxCostUsd, quota, false);
  }

  /** The same with a server of this process. */
  public ClientSettings withEmbedded(String url) {
    return with(url, limits, workers, callTimeout, maxCostUsd, quota, true);
  }

  /** The same with limits set by an operator. */
  public ClientSettings withLimits(AccountLimits set) {
    return with(baseUrl, set, workers, callTimeout, maxCostUsd, quota, isEmbedded);
  }

  /** The same with another number of calls in flight. */
  public ClientSettings withWorkers(int number) {
    return with(baseUrl, limits, number, callTimeout, maxCostUsd, quota, isEmbedded);
  }

  /** The same with another longest wait. */
  public ClientSettings withCallTimeout(Duration timeout) {
    return with(baseUrl, limits, workers, timeout, maxCostUsd, quota, isEmbedded);
  }

  /** The same with another cost cap. */
  public ClientSettings withMaxCostUsd(@Nullable Double usd) {
    return with(baseUrl, limits, workers, callTimeout, usd, quota, isEmbedded);
  }

  /** The same with the buckets kept elsewhere. */
  public ClientSettings withQuota(Quota.Factory factory) {
    return with(baseUrl, limits, workers, callTimeout, maxCostUsd, factory, isEmbedded);
  }

  private ClientSettings with(
      @Nullable String url,
      AccountLimits set,
      int number,
      Duration timeout,
      @Nullable Double usd,
      Quota.Factory factory,
      boolean embedded) {
    return new ClientSettings(
        url, set, number, timeout, maxAttempts, usd, factory, embedded, waits);
  }

  /** The same with other waits. */
  public ClientSettings withWaits(Waits other) {
    return new ClientSettings(
        baseUrl, limits, workers, callTimeout, maxAttempts, maxCostUsd, quota, isEmbedded, other);
  }

  /**
   * How long calls wait for the server's sake.
   *
   * @param longest pause that a server may ask for; null for any
   * @param headStart how long all calls wait for an outcome of the first, 0 or more
   */
  public record Waits(@Nullable Duration longest, Duration headStart) implements Serializable {

    /** Any pause, and no head start. */
    public static final Waits NONE = new Waits(null, Duration.ZERO);

    /**
     * A head start a little longer than a refusal takes over a new connection, and shorter than any
     * answer.
     */
    public static Waits atMost(@Nullable Duration longest) {
      return new Waits(longest, Duration.ofSeconds(1));
    }
  }
}
