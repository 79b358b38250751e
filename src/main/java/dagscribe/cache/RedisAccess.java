package dagscribe.cache;

import com.google.common.base.Throwables;
import dagscribe.redis.RedisUrl;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisAccessControlException;

/** What a Redis server says of who may use it. */
public final class RedisAccess {

  private RedisAccess() {}

  /** Whether the server was there and did not let this client in; trying again changes nothing. */
  public static boolean isRefused(Throwable thrown) {
    return Throwables.getCausalChain(thrown).stream()
        .anyMatch(
            link ->
                link instanceof JedisAccessControlException || isAboutAccess(link.getMessage()));
  }

  // As text alone where the pool or a pipeline has wrapped it.
  private static boolean isAboutAccess(@Nullable String message) {
    return message != null && message.matches("(?s)(NOAUTH|WRONGPASS|NOPERM|ERR AUTH ).*");
  }

  /** The server's own words, and what to do if it did not let this client in. */
  public static String explain(Throwable thrown) {
    if (!isRefused(thrown)) {
      return String.valueOf(thrown.getMessage());
    }
    return Throwables.getRootCause(thrown).getMessage()
        + " (the password comes from "
        + RedisUrl.PASSWORD_VARIABLE
        + ", and the user from "
        + RedisUrl.USER_VARIABLE
        + ", in the environment of the process that connects)";
  }
}
