package dagscribe.cache;

import dagscribe.redis.RedisUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The call log in a Redis server: every open call is a field of the hash {@value
 * RedisClaims#CALLS}, and every session a key with an expiry, so that the signs of life of a
 * process that died run out.
 */
final class RedisCalls implements CallLog {

  private final RedisUrl url;
  private final RedisLink link;
  private final ProcessLease session;
  private final RedisClaims claims;

  RedisCalls(RedisUrl url, RedisLink link, ProcessLease session) {
    this.url = url;
    this.link = link;
    this.session = session;
    this.claims = new RedisClaims(link, session);
  }

  @Override
  public Map<String, Set<String>> record(Collection<BegunCall> begun, Collection<String> ended) {
    Set<String> gone = new HashSet<>();
    List<RedisClaims.Taken> taken = claims.record(begun, ended, gone);
    while (gone.addAll(ownersThatAreGone(taken))) {
      Set<String> refused = new HashSet<>();
      taken.forEach(each -> refused.add(each.call()));
      List<BegunCall> again =
          begun.stream().filter(call -> refused.contains(call.call().id())).toList();
      taken = claims.record(again, List.of(), gone);
    }
    Map<String, Set<String>> keys = new LinkedHashMap<>();
    taken.forEach(
        each -> keys.computeIfAbsent(each.call(), call -> new LinkedHashSet<>()).add(each.key()));
    return keys;
  }

  private Set<String> ownersThatAreGone(List<RedisClaims.Taken> taken) {
    Set<String> owners = new HashSet<>();
    taken.forEach(each -> owners.add(each.owner()));
    owners.removeIf(this::lasts);
    return owners;
  }

  @Override
  public Set<String> askedElsewhere(Collection<String> keys) {
    Map<String, Boolean> lasts = new HashMap<>();
    Set<String> asked = new LinkedHashSet<>();
    claims
        .owners(keys)
        .forEach(
            (key, owner) -> {
              if (!owner.equals(session.id()) && lasts.computeIfAbsent(owner, this::lasts)) {
                asked.add(key);
              }
            });
    return asked;
  }

  @Override
  public void end(String call, Map<String, CachedInstruction> answers) {
    link.transaction(
        transaction -> {
          answers.forEach(
              (key, answer) ->
                  transaction.set(
                      RedisCache.PREFIX + key, AnswerJson.write(answer), url.answerParams()));
          RedisClaims.strike(transaction, List.of(call));
        });
  }

  @Override
  public List<OpenCall> inDoubt() {
    Map<String, String> fields = link.attempt(client -> client.hgetAll(RedisClaims.CALLS));
    Map<String, Boolean> lasts = new HashMap<>();
    List<OpenCall> inDoubt = new ArrayList<>();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      String place = url + ", call " + field.getKey();
      RedisClaims.Entry entry = CallJson.read(field.getValue(), RedisClaims.Entry.class, place);
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
    String name = RedisClaims.SESSION + id;
    @Nullable String json = link.attempt(client -> client.get(name));
    return json != null
        && CallJson.read(json, ProcessLease.class, url + ", key " + name).lasts(Duration.ZERO);
  }

  @Override
  public void forget(Collection<String> calls) {
    link.transaction(transaction -> RedisClaims.strike(transaction, calls));
  }

  /** Ends the session. */
  void close() {
    session.close();
  }
}
