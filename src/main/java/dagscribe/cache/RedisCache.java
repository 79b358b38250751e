package dagscribe.cache;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Keeps answers in a Redis server, for workers on several machines.
 *
 * <p>What a broken connection interrupted is done once more on a fresh one, since looking up and
 * storing may be repeated: a server that was restarted between two calls is no failure.
 */
final class RedisCache implements InstructionCache {

  /** What stands before every key; the number is that of the values' format. */
  static final String PREFIX = "dagscribe:answer:1:";

  /** Keys of one command: Redis serves nobody else while it works on one. */
  private static final int BATCH = 500;

  private final RedisUrl url;
  private final RedisClient client;

  private RedisCache(RedisUrl url, RedisClient client) {
    this.url = url;
    this.client = client;
  }

  /** Connects, and fails if the server is not there or does not let this client in. */
  static RedisCache open(RedisUrl url) {
    return open(url, SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
  }

  /**
   * Connects.
   *
   * @param tls whom to trust if the URL asks for TLS
   */
  static RedisCache open(RedisUrl url, SslOptions tls) {
    RedisCache cache = new RedisCache(url, RedisConnections.client(url, tls));
    try {
      cache.attempt(cache.client::ping);
    } catch (CacheException e) {
      cache.close();
      throw e;
    }
    return cache;
  }

  @Override
  public Map<String, CachedInstruction> find(Collection<String> keys) {
    Map<String, CachedInstruction> found = new HashMap<>();
    for (List<String> some : Lists.partition(List.copyOf(keys), BATCH)) {
      String[] names = some.stream().map(PREFIX::concat).toArray(String[]::new);
      List<@Nullable String> values = attempt(() -> client.mget(names));
      for (int i = 0; i < names.length; i++) {
        String value = values.get(i);
        if (value != null) {
          found.put(some.get(i), AnswerJson.read(value, url + ", key " + names[i]));
        }
      }
    }
    return found;
  }

  @Override
  public void store(Map<String, CachedInstruction> answers) {
    Map<String, String> values = new HashMap<>();
    answers.forEach((key, answer) -> values.put(PREFIX + key, AnswerJson.write(answer)));
    for (List<String> some : Lists.partition(List.copyOf(values.keySet()), BATCH)) {
      attempt(() -> set(some, values));
    }
  }

  private boolean set(List<String> names, Map<String, String> values) {
    SetParams params = new SetParams();
    url.ttlSeconds().ifPresent(params::ex);
    List<Response<String>> replies = new ArrayList<>();
    try (Pipeline pipeline = client.pipelined()) {
      for (String name : names) {
        replies.add(pipeline.set(name, values.get(name), params));
      }
      pipeline.sync();
    }
    // A refusal, as by a server that is out of memory, is thrown by the reply it concerns.
    replies.forEach(Response::get);
    return true;
  }

  private <T> T attempt(Supplier<T> command) {
    try {
      return command.get();
    } catch (JedisConnectionException broken) {
      // The other idle connections are most likely just as broken.
      client.getPool().clear();
      return secondAttempt(command);
    } catch (JedisException e) {
      throw failure(e);
    }
  }

  private <T> T secondAttempt(Supplier<T> command) {
    try {
      return command.get();
    } catch (JedisException e) {
      throw failure(e);
    }
  }

  private CacheException failure(JedisException e) {
    return new CacheException("cannot use the cache at " + url + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    client.close();
  }
}
