package dagscribe.options;

import dagscribe.redis.RedisUrl;
import java.io.Serializable;

/**
 * Where the levels of the account's limits are kept: {@code local}, {@code redis://HOST...} or
 * {@code rediss://HOST...}.
 *
 * @param text one of these forms
 */
public record QuotaLocation(String text) implements Serializable {

  private static final String LOCAL = "local";

  public QuotaLocation {
    if (!text.equals(LOCAL) && !RedisUrl.isOne(text)) {
      throw UsageException.of("quota", text, "local, redis://HOST:PORT or rediss://HOST:PORT");
    }
  }

  /** Whether each process keeps its own. */
  public boolean isLocal() {
    return text.equals(LOCAL);
  }

  /**
   * Whether the location itself holds a password.
   *
   * @throws IllegalArgumentException if a part of it is wrong; its message never holds it
   */
  public boolean hasPassword() {
    return !isLocal() && RedisUrl.parse(text).password() != null;
  }

  /** The location without its user and password. */
  @Override
  public String toString() {
    return Secrets.hide(text);
  }
}
