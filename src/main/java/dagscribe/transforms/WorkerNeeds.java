package dagscribe.transforms;

import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.ClientSettings;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.claude.environment.EnvironmentException;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every process that calls must have.
 *
 * @param baseUrl server that is asked; null for the one that the process's environment names
 * @param cache URL of the cache that must be in reach, as {@link InstructionCaches} reads it
 */
public record WorkerNeeds(@Nullable String baseUrl, String cache) implements Serializable {

  private static final String REMEDY =
      " in the environment of every TaskManager, and start them again";

  /**
   * Looks for them in this process.
   *
   * @param variables value of an environment variable, null if it is not set
   * @throws UnfitWorkerException if its environment cannot be used, or lacks a key that is needed
   * @throws dagscribe.cache.CacheException if the cache cannot be used
   */
  void check(UnaryOperator<@Nullable String> variables) {
    CallEnvironment environment = read(variables);
    boolean isAnthropic =
        ClientSettings.DEFAULTS
            .withBaseUrl(baseUrl)
            .withServerOf(environment.baseUrl())
            .isAnthropic();
    if (isAnthropic && !environment.hasCredentials()) {
      throw new UnfitWorkerException(
          "a worker has no API key: set " + CallEnvironment.KEY + REMEDY);
    }
    try (InstructionCache answers = InstructionCaches.open(cache)) {
      answers.find(List.of());
    }
  }

  private static CallEnvironment read(UnaryOperator<@Nullable String> variables) {
    try {
      return CallEnvironment.read(variables);
    } catch (EnvironmentException e) {
      throw new UnfitWorkerException("a worker has " + e.getMessage() + "; mend it" + REMEDY);
    }
  }
}
