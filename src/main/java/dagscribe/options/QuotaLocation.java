package dagscribe.options;

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
    if (!text.equals(LOCAL) && !CacheLocation.isRedis(text)) {
      throw UsageException.of("quota", text, "local, redis://HOST:PORT or rediss://HOST:PORT");
    }
  }

  /** Whether each process keeps its own. */
  public boolean isLocal() {
    return text.equals(LOCAL);
  }

  /** The location without its user and password. */
  @Override
  public String toString() {
    return Secrets.hide(text);
  }
}
