package dagscribe.options;

import dagscribe.delivery.ClientSettings;
import dagscribe.limit.AccountLimits;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;

/**
 * How it is asked.
 *
 * @param endpoint who is asked
 * @param client how calls are made, but for the endpoint's address and the quota
 * @param quota where the levels of the account's limits are kept
 */
public record CallingConfig(Endpoint endpoint, ClientSettings client, QuotaLocation quota) {

  static CallingConfig from(AskingOptions options) {
    return new CallingConfig(
        Endpoint.parse(options.getEndpoint()),
        client(options),
        new QuotaLocation(options.getQuota()));
  }

  /** Longest wait for one answer. */
  public Duration callTimeout() {
    return client.callTimeout();
  }

  private static ClientSettings client(AskingOptions options) {
    BigDecimal maxCostUsd = SpendingConfig.maxCostUsd(options);
    return new ClientSettings(
            null,
            new AccountLimits(
                Numbers.number(options.getRateLimit()),
                Numbers.number(options.getInputTokensPerMinute()),
                Numbers.number(options.getOutputTokensPerMinute())),
            Objects.requireNonNullElse(Numbers.integer(options.getWorkers()), 0),
            Duration.ofSeconds(options.getCallTimeoutSeconds()),
            options.getMaxAttempts(),
            maxCostUsd == null ? null : maxCostUsd.doubleValue())
        .withWaits(ClientSettings.Waits.atMost(Interval.parse("maxWait", options.getMaxWait())));
  }
}
