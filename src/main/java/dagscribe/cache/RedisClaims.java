package dagscribe.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractTransaction;

/**
 * Which open call asks which question, as fields of the hash {@value #CLAIMS}: {@code SESSION:CALL}
 * by key. What must not come between two commands of another process is a script, which Redis runs
 * alone; every key that a script touches is declared to it. Whether a session lasts is judged
 * outside, as only its own machine can see that a process is dead.
 */
final class RedisClaims {

  static final String CALLS = "dagscribe:calls:1";
  static final String CLAIMS = "dagscribe:claims:1";
  static final String SESSION = "dagscribe:session:1:";

  /** Removes a call and what it still claims. */
  private static final String STRIKE =
      """
      local function strike(id)
        local text = redis.call('HGET', KEYS[1], id)
        local known, entry = pcall(cjson.decode, text or '{}')
        if known and type(entry.keys) == 'table' then
          for _, key in ipairs(entry.keys) do
            if redis.call('HGET', KEYS[2], key) == entry.session .. ':' .. id then
              redis.call('HDEL', KEYS[2], key)
            end
          end
        end
        redis.call('HDEL', KEYS[1], id)
      end
      """;

  private static final String STRIKE_ALL =
      STRIKE + "for _, id in ipairs(ARGV) do strike(id) end return 0";

  private static final String RECORD =
      STRIKE
          + """
          local work = cjson.decode(ARGV[1])
          redis.call('SET', KEYS[3], ARGV[2], 'EX', ARGV[3])
          for _, id in ipairs(work.ended) do strike(id) end
          local taken, answer = {}, 3
          for _, begun in ipairs(work.begun) do
            local isFree = true
            for _, key in ipairs(begun.keys) do
              answer = answer + 1
              local owner = string.match(redis.call('HGET', KEYS[2], key) or '', '^[^:]*')
              if redis.call('EXISTS', KEYS[answer]) == 1 then
                owner = work.session
              elseif owner == work.session or work.gone[owner] then
                owner = ''
              end
              if owner ~= '' then
                isFree = false
                table.insert(taken, {begun.id, key, owner})
              end
            end
            if isFree then
              redis.call('HSET', KEYS[1], begun.id, begun.entry)
              for _, key in ipairs(begun.keys) do
                redis.call('HSET', KEYS[2], key, work.session .. ':' .. begun.id)
              end
            end
          end
          return taken
          """;

  /** A call with the session that makes it and the questions it asks. */
  record Entry(String session, OpenCall call, Collection<String> keys) {

    Entry {
      Objects.requireNonNull(session);
      Objects.requireNonNull(call);
    }
  }

  /**
   * A question that keeps a call from being made.
   *
   * @param owner id of the session that asks it; the own one if it is answered by now
   */
  record Taken(String call, String key, String owner) {}

  private record Begun(String id, String entry, Collection<String> keys) {}

  private record Work(
      String session, Map<String, Boolean> gone, Collection<String> ended, List<Begun> begun) {}

  private final RedisLink link;
  private final ProcessLease own;

  RedisClaims(RedisLink link, ProcessLease own) {
    this.link = link;
    this.own = own;
  }

  /**
   * Strikes calls out, and records others unless one of their questions is taken.
   *
   * @param gone sessions that do not last
   */
  List<Taken> record(
      Collection<BegunCall> begun, Collection<String> ended, Collection<String> gone) {
    List<String> names = new ArrayList<>(List.of(CALLS, CLAIMS, SESSION + own.id()));
    List<Begun> calls = new ArrayList<>();
    for (BegunCall call : begun) {
      List<String> keys = List.copyOf(call.keys());
      keys.forEach(key -> names.add(RedisCache.PREFIX + key));
      Entry entry = new Entry(own.id(), call.call(), keys);
      calls.add(new Begun(call.call().id(), CallJson.write(entry), keys));
    }
    Map<String, Boolean> isGone = new LinkedHashMap<>();
    gone.forEach(session -> isGone.put(session, true));
    List<String> values =
        List.of(
            CallJson.write(new Work(own.id(), isGone, ended, calls)),
            CallJson.write(own),
            Long.toString(ProcessLease.PATIENCE.toSeconds()));
    return taken(link.attempt(client -> client.eval(RECORD, names, values)));
  }

  private static List<Taken> taken(Object reply) {
    return ((List<?>) reply)
        .stream()
            .map(row -> (List<?>) row)
            .map(row -> new Taken(text(row, 0), text(row, 1), text(row, 2)))
            .toList();
  }

  private static String text(List<?> row, int column) {
    return String.valueOf(row.get(column));
  }

  /** Adds to a transaction that calls are struck out. */
  static void strike(AbstractTransaction transaction, Collection<String> calls) {
    transaction.eval(STRIKE_ALL, List.of(CALLS, CLAIMS), List.copyOf(calls));
  }

  /** The sessions that ask these questions, by key. */
  Map<String, String> owners(Collection<String> keys) {
    String[] fields = keys.toArray(String[]::new);
    Map<String, String> owners = new LinkedHashMap<>();
    if (fields.length > 0) {
      List<@Nullable String> claims = link.attempt(client -> client.hmget(CLAIMS, fields));
      for (int i = 0; i < fields.length; i++) {
        String claim = claims.get(i);
        if (claim != null) {
          owners.put(fields[i], claim.substring(0, Math.max(0, claim.indexOf(':'))));
        }
      }
    }
    return owners;
  }
}
