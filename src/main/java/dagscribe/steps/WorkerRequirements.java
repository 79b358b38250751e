package dagscribe.steps;

import com.google.common.base.Throwables;
import dagscribe.cache.CacheException;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.cache.RedisAccess;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.claude.environment.EnvironmentException;
import dagscribe.delivery.ClientSettings;
import dagscribe.quota.RedisQuotaUrl;
import dagscribe.redis.RedisUrl;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What every process that calls must have.
 *
 * @param baseUrl server that is asked; null for the one that the process's environment names
 * @param cache URL of the cache that must be in reach, as {@link InstructionCaches} reads it
 * @param quota the quota whose server must let this process in; null if it is none of Redis's
 */
public record WorkerRequirements(
    @Nullable String baseUrl, String cache, @Nullable RedisQuotaUrl quota) implements Serializable {

  private static final String REMEDY =
      " in the environment of every TaskManager, and start them again";

  /**
   * Looks for them in this process.
   *
   * @param variables value of an environment variable, null if it is not set
   * @throws UnfitWorkerException if its environment cannot be used or lacks a key that is needed,
   *     or Redis does not let this process in
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
    } catch (CacheException e) {
      throw RedisAccess.isRefused(e) ? notLetIn(e) : e;
    }
    checkQuota();
  }

  // A server that is away for a moment is borne with later on; one that refuses always will.
  private void checkQuota() {
    try {
      if (quota != null) {
        quota.check();
      }
    } catch (RuntimeException e) {
      if (RedisAccess.isRefused(e)) {
        throw notLetIn(e);
      }
    }
  }

  private static CallEnvironment read(UnaryOperator<@Nullable String> variables) {
    try {
      return CallEnvironment.read(variables);
    } catch (EnvironmentException e) {
      throw new UnfitWorkerException("a worker has " + e.getMessage() + "; mend it" + REMEDY);
    }
  }

  private static UnfitWorkerException notLetIn(RuntimeException e) {
    return new UnfitWorkerException(
        "a worker is not let into Redis: "
            + Throwables.getRootCause(e).getMessage()
            + ": set "
            + RedisUrl.PASSWORD_VARIABLE
            + " (and "
            + RedisUrl.USER_VARIABLE
            + ")"
            + REMEDY);
  }
}
