package dagscribe.cache;

import java.util.Collection;
import java.util.Map;

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
  public CallLog calls() {
    return new NoCallLog(this::store);
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
