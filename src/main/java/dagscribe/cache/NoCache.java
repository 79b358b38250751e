package dagscribe.cache;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** The cache of a run that wants none: it has no answer and forgets what it is given. */
final class NoCache implements InstructionCache {

  @Override
  public Map<String, CachedInstruction> find(Collection<String> keys) {
    return Map.of();
  }

  @Override
  public void store(Map<String, CachedInstruction> answers) {
    // Nothing is kept: that is what this cache is for.
  }

  @Override
  public void forEach(BiConsumer<String, CachedInstruction> answers) {
    // There is none to be shown.
  }

  @Override
  public long remove(Collection<String> keys) {
    return 0;
  }

  @Override
  public CallLog calls() {
    return new NoCallLog(this::store);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
