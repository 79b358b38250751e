package dagscribe.quota;

import dagscribe.limit.Quota;
import dagscribe.limit.Ticker;
import dagscribe.redis.RedisConnections;
import dagscribe.redis.RedisUrl;
import java.time.InstantSource;
import redis.clients.jedis.RedisClient;

/**
 * Names the quota that all processes with an equal name share. Its text never shows the password.
 *
 * @param url a {@code redis://} or {@code rediss://} URL, perhaps with a password
 * @param scope what the limits are limits of: the server and the model; a Redis database holds one
 *     account's
 */
public record RedisQuotaUrl(String url, String scope) implements Quota.Factory {

  private static final String FORM =
      "redis://[[USER]:PASSWORD@]HOST[:PORT][/DB] or rediss://... (with TLS)";

  /**
   * Names a quota.
   *
   * @throws IllegalArgumentException if the URL is none; the message never holds it
   */
  public RedisQuotaUrl {
    if (parse(url).ttlSeconds().isPresent()) {
      throw refused("ttlSeconds is for answers, and a quota is kept for minutes only");
    }
  }

  /**
   * Tries the server.
   *
   * @throws RuntimeException if it does not answer or does not let this client in
   */
  public void check() {
    try (RedisClient client = RedisConnections.client(parse(url))) {
      client.ping();
    }
  }

  @Override
  public Quota open(Ticker ticker) {
    RedisUrl server = parse(url);
    SharedBuckets buckets =
        new SharedBuckets(RedisConnections.client(server), scope, InstantSource.system());
    RedisQuota quota = new RedisQuota(server.toString(), buckets, ticker);
    quota.start();
    return quota;
  }

  private static RedisUrl parse(String url) {
    try {
      return RedisUrl.parse(url);
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("bad quota URL: " + why + "; a quota is " + FORM);
  }

  @Override
  public String toString() {
    return parse(url) + " " + scope;
  }
}
