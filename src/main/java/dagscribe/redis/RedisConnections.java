package dagscribe.redis;

import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

/** The pool of connections to a Redis server: its size and its patience, all of it bounded. */
public final class RedisConnections {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** A batch takes milliseconds; a server that forks to save itself may pause for seconds. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

  /** Longest wait for a free connection: that of one call that meets both timeouts twice. */
  private static final Duration POOL_TIMEOUT = Duration.ofSeconds(30);

  private static final int MAX_CONNECTIONS = 16;

  private RedisConnections() {}

  /**
   * Connections that are made when they are needed; with TLS the server must prove its name. A URL
   * without a password gets user and password of this process's environment.
   */
  public static RedisClient client(RedisUrl url) {
    return client(url, SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
  }

  public static RedisClient client(RedisUrl named, SslOptions tls) {
    RedisUrl url = named.withCredentials(System::getenv);
    return RedisClient.builder()
        .hostAndPort(url.host(), url.port())
        .clientConfig(config(url, tls))
        .poolConfig(pool())
        .build();
  }

  private static DefaultJedisClientConfig config(RedisUrl url, SslOptions tls) {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .connectionTimeoutMillis((int) CONNECT_TIMEOUT.toMillis())
            .socketTimeoutMillis((int) READ_TIMEOUT.toMillis())
            .database(url.database())
            .clientName("dagscribe");
    if (url.user() != null) {
      config.user(url.user());
    }
    if (url.password() != null) {
      config.password(url.password());
    }
    if (url.tls()) {
      config.sslOptions(tls);
    }
    return config.build();
  }

  private static ConnectionPoolConfig pool() {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(MAX_CONNECTIONS);
    pool.setMaxIdle(MAX_CONNECTIONS);
    pool.setMaxWait(POOL_TIMEOUT);
    return pool;
  }
}
