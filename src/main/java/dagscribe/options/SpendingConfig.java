package dagscribe.options;

import dagscribe.cache.CacheUrl;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for, and what is not paid for again.
 *
 * @param cache where answers are kept; null for what suits the endpoint
 * @param maxCostUsd no call is made once so much is spent, 0 or more; null for no cap
 */
public record SpendingConfig(@Nullable CacheUrl cache, @Nullable BigDecimal maxCostUsd) {

  static SpendingConfig from(AskingOptions options) {
    return new SpendingConfig(CacheOption.parse(options.getCache()), maxCostUsd(options));
  }

  static @Nullable BigDecimal maxCostUsd(AskingOptions options) {
    String cap = options.getMaxCostUsd();
    return Numbers.isGiven(cap) ? new BigDecimal(cap) : null;
  }
}
