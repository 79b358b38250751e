package dagscribe.cache;

import com.google.common.collect.Lists;
import dagscribe.redis.RedisUrl;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Keeps answers in a Redis server, for workers on several machines. */
final class RedisCache implements InstructionCache {

  /** What stands before every key; the number is that of the values' format. */
  static final String PREFIX = "dagscribe:answer:1:";

  /** Keys of one command: Redis serves nobody else while it works on one. */
  private static final int BATCH = 500;

  private final RedisUrl url;
  private final RedisLink link;
  private final RedisCalls calls;
  private boolean isClosed;

  private RedisCache(RedisUrl url, RedisLink link) {
    this.url = url;
    this.link = link;
    this.calls = new RedisCalls(url, link, ProcessLease.begin());
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
    RedisLink link = new RedisLink(url, tls);
    try {
      link.attempt(client -> client.ping());
    } catch (CacheException e) {
      link.close();
      throw e;
    }
    return new RedisCache(url, link);
  }

  @Override
  public Map<String, CachedInstruction> find(Collection<String> keys) {
    Map<String, CachedInstruction> found = new HashMap<>();
    for (List<String> some : Lists.partition(List.copyOf(keys), BATCH)) {
      String[] names = some.stream().map(PREFIX::concat).toArray(String[]::new);
      List<@Nullable String> values = link.attempt(client -> client.mget(names));
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
    for (List<String> some : Lists.partition(List.copyOf(answers.keySet()), BATCH)) {
      link.pipeline(
          pipeline ->
              some.stream()
                  .map(key -> pipeline.set(PREFIX + key, json(answers, key), url.answerParams()))
                  .toList());
    }
  }

  private static String json(Map<String, CachedInstruction> answers, String key) {
    CachedInstruction answer = answers.get(key);
    if (answer == null) {
      throw new IllegalStateException("the answers changed while they were stored");
    }
    return AnswerJson.write(answer);
  }

  @Override
  public void forEach(BiConsumer<String, CachedInstruction> answers) {
    ScanParams ours = new ScanParams().match(PREFIX + "*").count(BATCH);
    String cursor = ScanParams.SCAN_POINTER_START;
    do {
      String from = cursor;
      ScanResult<String> some = link.attempt(client -> client.scan(from, ours));
      List<String> keys =
          some.getResult().stream().map(name -> name.substring(PREFIX.length())).toList();
      find(keys).forEach(answers);
      cursor = some.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
  }

  @Override
  public long remove(Collection<String> keys) {
    long removed = 0;
    for (List<String> some : Lists.partition(List.copyOf(keys), BATCH)) {
      String[] names = some.stream().map(PREFIX::concat).toArray(String[]::new);
      removed += link.attempt(client -> client.unlink(names));
    }
    return removed;
  }

  @Override
  public CallLog calls() {
    return calls;
  }

  @Override
  public synchronized void close() {
    if (!isClosed) {
      isClosed = true;
      calls.close();
      link.close();
    }
  }
}
