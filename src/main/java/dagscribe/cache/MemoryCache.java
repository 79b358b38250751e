package dagscribe.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Keeps answers in this process, within a bound on their memory; what was used least is dropped
 * when there is no room, and everything when the process ends.
 */
final class MemoryCache implements InstructionCache {

  /** About 100,000 answers. */
  static final long DEFAULT_MAX_BYTES = 128L << 20;

  /** Objects, map entry and the short strings of an answer, rounded up. */
  private static final int OVERHEAD_BYTES = 400;

  private final Cache<String, CachedInstruction> answers;

  MemoryCache(long maxBytes) {
    answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher(MemoryCache::bytes)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Map<String, CachedInstruction> find(Collection<String> keys) {
    return answers.getAllPresent(keys);
  }

  @Override
  public void store(Map<String, CachedInstruction> added) {
    answers.putAll(added);
  }

  @Override
  public void forEach(BiConsumer<String, CachedInstruction> shown) {
    answers.asMap().forEach(shown);
  }

  @Override
  public long remove(Collection<String> keys) {
    return keys.stream().filter(key -> answers.asMap().remove(key) != null).count();
  }

  @Override
  public CallLog calls() {
    return new NoCallLog(this::store);
  }

  @Override
  public void close() {
    answers.invalidateAll();
  }

  private static int bytes(String key, CachedInstruction answer) {
    return OVERHEAD_BYTES + 2 * (key.length() + answer.instruction().length());
  }
}
