package dagscribe.cache;

import dagscribe.redis.RedisConnections;
import dagscribe.redis.RedisUrl;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The connections to a Redis server.
 *
 * <p>What a broken connection interrupted is done once more on a fresh one, so everything that is
 * sent through here may be repeated: a server that was restarted between two commands is no
 * failure. Thread-safe.
 */
final class RedisLink implements AutoCloseable {

  private final RedisUrl url;
  private final RedisClient client;

  /**
   * Opens connections when they are needed.
   *
   * @param tls whom to trust if the URL asks for TLS
   */
  RedisLink(RedisUrl url, SslOptions tls) {
    this.url = url;
    this.client = RedisConnections.client(url, tls);
  }

  /** The result of a command, which may be sent twice. */
  <T> T attempt(Function<RedisClient, T> command) {
    try {
      return command.apply(client);
    } catch (JedisConnectionException broken) {
      // The other idle connections are most likely just as broken.
      client.getPool().clear();
      return secondAttempt(command);
    } catch (JedisException e) {
      throw failure(e);
    }
  }

  private <T> T secondAttempt(Function<RedisClient, T> command) {
    try {
      return command.apply(client);
    } catch (JedisException e) {
      throw failure(e);
    }
  }

  /** Commands of which all take effect or none. */
  void transaction(Consumer<AbstractTransaction> commands) {
    attempt(
        open -> {
          try (AbstractTransaction transaction = open.multi()) {
            commands.accept(transaction);
            check(transaction.exec());
          }
          return true;
        });
  }

  /** Commands of one journey to the server, each on its own. */
  void pipeline(Function<Pipeline, List<Response<String>>> commands) {
    attempt(
        open -> {
          List<Response<String>> replies;
          try (Pipeline pipeline = open.pipelined()) {
            replies = commands.apply(pipeline);
            pipeline.sync();
          }
          // A refusal, as by a server that is out of memory, is thrown by the reply it concerns.
          replies.forEach(Response::get);
          return true;
        });
  }

  private static void check(List<Object> replies) {
    for (Object reply : replies) {
      if (reply instanceof JedisDataException refusal) {
        throw refusal;
      }
    }
  }

  private CacheException failure(JedisException e) {
    return new CacheException("cannot use the cache at " + url + ": " + RedisAccess.explain(e), e);
  }

  @Override
  public void close() {
    client.close();
  }
}
