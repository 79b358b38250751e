package dagscribe.cache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The log of a cache that dies with its process: there is nobody left to read it. */
final class NoCallLog implements CallLog {

  private final Consumer<Map<String, CachedInstruction>> store;

  NoCallLog(Consumer<Map<String, CachedInstruction>> store) {
    this.store = store;
  }

  @Override
  public Map<String, Set<String>> record(Collection<BegunCall> begun, Collection<String> ended) {
    // Whoever could read it would be this very process.
    return Map.of();
  }

  @Override
  public Set<String> askedElsewhere(Collection<String> keys) {
    return Set.of();
  }

  @Override
  public void end(String call, Map<String, CachedInstruction> answers) {
    store.accept(answers);
  }

  @Override
  public List<OpenCall> inDoubt() {
    return List.of();
  }

  @Override
  public void forget(Collection<String> calls) {
    // There are none.
  }
}
