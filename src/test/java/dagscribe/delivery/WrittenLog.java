package dagscribe.delivery;

import dagscribe.cache.BegunCall;
import dagscribe.cache.CacheException;
import dagscribe.cache.CachedInstruction;
import dagscribe.cache.CallLog;
import dagscribe.cache.OpenCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A log of calls that keeps what it is told, in order, among what else happens. */
public final class WrittenLog implements CallLog {

  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

  private volatile String broken = "";

  /** Has a method of the log fail from now on. */
  void fail(String method) {
    broken = method;
  }

  private void check(String method) {
    if (method.equals(broken)) {
      throw new CacheException("disk full", null);
    }
  }

  /** Adds what happens elsewhere. */
  public void add(String line) {
    lines.add(line);
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public Map<String, Set<String>> record(Collection<BegunCall> begun, Collection<String> ended) {
    check("record");
    begun.forEach(one -> lines.add("begun " + one.call().id() + " " + new TreeSet<>(one.keys())));
    ended.forEach(call -> lines.add("struck out " + call));
    return Map.of();
  }

  @Override
  public Set<String> askedElsewhere(Collection<String> keys) {
    return Set.of();
  }

  @Override
  public void end(String call, Map<String, CachedInstruction> answers) {
    check("end");
    lines.add("kept " + call + " " + new TreeSet<>(answers.keySet()));
  }

  @Override
  public List<OpenCall> inDoubt() {
    return List.of();
  }

  @Override
  public void forget(Collection<String> calls) {}
}
