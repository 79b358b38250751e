package dagscribe.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.params.SetParams;

/**
 * What a Redis URL says. Neither {@link #toString} nor any message holds the password.
 *
 * @param tls whether the connection is encrypted and the server's certificate checked
 * @param host name or address of the server
 * @param port 1 to 65535
 * @param user null for Redis's default user
 * @param password null for none
 * @param database number of the database, 0 or more
 * @param ttlSeconds how long an answer is kept, 1 or more; empty for as long as the server likes
 */
public record RedisUrl(
    boolean tls,
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    int database,
    OptionalLong ttlSeconds) {

  /** Environment variable with the password of a URL that has none. */
  public static final String PASSWORD_VARIABLE = "DAGSCRIBE_REDIS_PASSWORD";

  /** Environment variable with the user that goes with it. */
  public static final String USER_VARIABLE = "DAGSCRIBE_REDIS_USERNAME";

  private static final int DEFAULT_PORT = 6379;
  private static final Pattern TTL = Pattern.compile("ttlSeconds=([1-9][0-9]{0,9})");
  private static final Pattern DATABASE = Pattern.compile("/([0-9]{1,5})?");

  /** Whether a text has the form of such a URL: the scheme, and a host. */
  public static boolean isOne(String text) {
    if (!text.startsWith("redis://") && !text.startsWith("rediss://")) {
      return false;
    }
    try {
      return new URI(text).getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * Reads a URL that starts with {@code redis://} or {@code rediss://}.
   *
   * @throws IllegalArgumentException if it is none; its message says why and never holds the URL
   */
  public static RedisUrl parse(String url) {
    URI uri = uri(url);
    if (uri.getHost() == null) {
      throw new IllegalArgumentException(
          "no host, or one that is no host name (an underscore is not allowed in it)");
    }
    String[] credentials = credentials(uri);
    return new RedisUrl(
        uri.getScheme().equals("rediss"),
        uri.getHost().replaceAll("[\\[\\]]", ""),
        port(uri),
        credentials[0].isEmpty() ? null : credentials[0],
        credentials[1].isEmpty() ? null : credentials[1],
        database(uri),
        ttlSeconds(uri));
  }

  /**
   * The same with user and password of the environment, unless it has a password itself.
   *
   * @param environment value of an environment variable, null if it is not set
   */
  RedisUrl withCredentials(UnaryOperator<@Nullable String> environment) {
    String given = environment.apply(PASSWORD_VARIABLE);
    if (password != null || given == null || given.isEmpty()) {
      return this;
    }
    String name = environment.apply(USER_VARIABLE);
    return new RedisUrl(
        tls, host, port, name == null || name.isEmpty() ? null : name, given, database, ttlSeconds);
  }

  /** How an answer is set: with the expiry, if there is one. */
  public SetParams answerParams() {
    SetParams params = new SetParams();
    ttlSeconds.ifPresent(params::ex);
    return params;
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      // Not as a cause: it quotes the URL.
      throw new IllegalArgumentException(
          e.getReason() + " at character " + e.getIndex() + " (percent-encode the password)");
    }
  }

  private static int port(URI uri) {
    int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("the port must be 1 to 65535");
    }
    return port;
  }

  private static int database(URI uri) {
    String path = uri.getRawPath();
    Matcher number = DATABASE.matcher(path.isEmpty() ? "/" : path);
    if (!number.matches()) {
      throw new IllegalArgumentException("the path must be the number of a database");
    }
    return number.group(1) == null ? 0 : Integer.parseInt(number.group(1));
  }

  private static OptionalLong ttlSeconds(URI uri) {
    if (uri.getRawQuery() == null) {
      return OptionalLong.empty();
    }
    Matcher ttl = TTL.matcher(uri.getRawQuery());
    if (!ttl.matches()) {
      throw new IllegalArgumentException(
          "after the question mark only ttlSeconds=N, N from 1, may be");
    }
    return OptionalLong.of(Long.parseLong(ttl.group(1)));
  }

  /** User and password, each empty for none. */
  private static String[] credentials(URI uri) {
    String both = uri.getRawUserInfo();
    if (both == null) {
      return new String[] {"", ""};
    }
    int colon = both.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("before the @ must stand USER:PASSWORD or :PASSWORD");
    }
    return new String[] {decoded(both.substring(0, colon)), decoded(both.substring(colon + 1))};
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return (tls ? "rediss://" : "redis://") + host + ":" + port + "/" + database;
  }
}
