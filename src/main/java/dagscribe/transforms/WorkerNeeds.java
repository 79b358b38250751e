package dagscribe.transforms;

import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every process that calls must have.
 *
 * @param keyVariable environment variable that must hold an API key; null if no key is needed
 * @param cache URL of the cache that must be in reach, as {@link InstructionCaches} reads it
 */
public record WorkerNeeds(@Nullable String keyVariable, String cache) implements Serializable {

  /**
   * Looks for them in this process.
   *
   * @param environment value of an environment variable, null if it is not set
   * @throws UnfitWorkerException if there is no key
   * @throws dagscribe.cache.CacheException if the cache cannot be used
   */
  void check(UnaryOperator<@Nullable String> environment) {
    if (keyVariable != null) {
      String key = environment.apply(keyVariable);
      if (key == null || key.isBlank()) {
        throw new UnfitWorkerException(
            "a worker has no API key: set "
                + keyVariable
                + " in the environment of every TaskManager, and start them again");
      }
    }
    try (InstructionCache answers = InstructionCaches.open(cache)) {
      answers.find(List.of());
    }
  }
}
