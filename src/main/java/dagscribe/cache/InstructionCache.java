package dagscribe.cache;

import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Answers already paid for, by {@link CacheKey}.
 *
 * <p>Thread-safe. Storing a key again replaces its answer, so doing it twice is harmless. Every
 * method throws {@link CacheException} if the backend fails; an answer is never lost in silence.
 */
public interface InstructionCache extends AutoCloseable {

  /** The answers there are for these keys; a key without one is not in the map. */
  Map<String, CachedInstruction> find(Collection<String> keys);

  /**
   * Stores answers. When it returns they are as durable as the backend can make them (see {@link
   * InstructionCaches#open}); if it throws, some may be stored and some not.
   */
  void store(Map<String, CachedInstruction> answers);

  /** Shows every answer with its key, in no order; what is stored meanwhile may be missed. */
  void forEach(BiConsumer<String, CachedInstruction> answers);

  /** Removes answers, and gives their room back where the backend can; gives their number. */
  long remove(Collection<String> keys);

  /** The log of the calls under way, kept beside the answers; closes with this cache. */
  CallLog calls();

  /** Releases files and connections. Closing twice is harmless. */
  @Override
  void close();
}
