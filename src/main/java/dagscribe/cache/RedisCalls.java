package dagscribe.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.params.SetParams;

/**
 * The call log in a Redis server: every open call is a field of the hash {@value #CALLS}, and every
 * session a key with an expiry, so that the signs of life of a process that died run out.
 */
final class RedisCalls implements CallLog {

  static final String CALLS = "dagscribe:calls:1";

  private static final String SESSION = "dagscribe:session:1:";

  /** A call with the session that makes it. */
  private record Entry(String session, OpenCall call) {}

  private final RedisUrl url;
  private final RedisLink link;
  private final Session session;

  RedisCalls(RedisUrl url, RedisLink link, Session session) {
    this.url = url;
    this.link = link;
    this.session = session;
  }

  @Override
  public void record(Collection<OpenCall> begun, Collection<String> ended) {
    Map<String, String> fields = new HashMap<>();
    begun.forEach(call -> fields.put(call.id(), CallJson.write(new Entry(session.id(), call))));
    link.transaction(
        transaction -> {
          transaction.set(
              SESSION + session.id(),
              CallJson.write(session),
              SetParams.setParams().ex(Session.PATIENCE.toSeconds()));
          if (!fields.isEmpty()) {
            transaction.hset(CALLS, fields);
          }
          strike(transaction, ended);
        });
  }

  @Override
  public void end(String call, Map<String, CachedInstruction> answers) {
    link.transaction(
        transaction -> {
          answers.forEach(
              (key, answer) ->
                  transaction.set(
                      RedisCache.PREFIX + key, AnswerJson.write(answer), url.answerParams()));
          transaction.hdel(CALLS, call);
        });
  }

  @Override
  public List<OpenCall> inDoubt() {
    Map<String, String> fields = link.attempt(client -> client.hgetAll(CALLS));
    Map<String, Boolean> lasts = new HashMap<>();
    List<OpenCall> inDoubt = new ArrayList<>();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      String place = url + ", call " + field.getKey();
      Entry entry = CallJson.read(field.getValue(), Entry.class, place);
      if (!lasts.computeIfAbsent(entry.session(), this::lasts)) {
        inDoubt.add(entry.call());
      }
    }
    inDoubt.sort(Comparator.comparingLong(OpenCall::startedAtMillis));
    return inDoubt;
  }

  private boolean lasts(String id) {
    if (id.equals(session.id())) {
      return true;
    }
    @Nullable String json = link.attempt(client -> client.get(SESSION + id));
    return json != null
        && CallJson.read(json, Session.class, url + ", key " + SESSION + id).lasts(Duration.ZERO);
  }

  @Override
  public void forget(Collection<String> calls) {
    link.transaction(transaction -> strike(transaction, calls));
  }

  private static void strike(AbstractTransaction transaction, Collection<String> calls) {
    if (!calls.isEmpty()) {
      transaction.hdel(CALLS, calls.toArray(String[]::new));
    }
  }

  /** Ends the session. */
  void close() {
    session.close();
  }
}
