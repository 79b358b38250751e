package dagscribe.plan;

import dagscribe.cache.RedisAccess;
import dagscribe.options.QuotaLocation;
import dagscribe.options.UsageException;
import dagscribe.quota.RedisQuotaUrl;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisException;

/** The quota that a run shares with others: of one server and one model. */
final class QuotaChoice {

  private static final String ANTHROPIC = "api.anthropic.com";

  private QuotaChoice() {}

  /**
   * Names a quota in Redis.
   *
   * @param baseUrl address of the server that is asked; null for Anthropic's
   * @throws UsageException if the location cannot be one
   */
  static RedisQuotaUrl of(QuotaLocation location, @Nullable String baseUrl, String model) {
    String server = baseUrl == null ? ANTHROPIC : URI.create(baseUrl).getAuthority();
    try {
      return new RedisQuotaUrl(location.text(), server + ":" + model);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--quota: " + e.getMessage());
    }
  }

  /**
   * Tries the server that keeps the quota.
   *
   * @throws UsageException if it does not answer
   */
  static void check(QuotaLocation location) {
    if (location.isLocal()) {
      return;
    }
    try {
      of(location, null, "").check();
    } catch (JedisException e) {
      throw new UsageException(
          "--quota=" + location + ": no quota can be kept there: " + RedisAccess.explain(e));
    }
  }
}
