package dagscribe.plan;

import dagscribe.cache.CacheUrl;
import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import dagscribe.redis.RedisUrl;
import dagscribe.runner.Runners;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Refuses what the workers of a cluster cannot share or reach. */
public final class ClusterCheck {

  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]+:.*");

  private ClusterCheck() {}

  /**
   * Checks the choices.
   *
   * @param options the runner's own, which name the cluster
   * @throws UsageException naming the option and what to say instead
   */
  public static void check(RunConfig config, PipelineOptions options) {
    if (config.calling().endpoint() instanceof Endpoint.Simulated) {
      throw new UsageException(
          "--endpoint=simulated serves this process alone: start 'dagscribe simulate' where every"
              + " TaskManager reaches it, and name its URL with --endpoint");
    }
    checkCache(config.spending().cache());
    refusePassword("--quota", config.calling().quota()::hasPassword);
    config.files().inputPatterns().forEach(pattern -> checkPath("--input=" + pattern, pattern));
    String output = config.files().outputDirectory();
    checkPath("--output=" + output, output);
    Runners.remoteMaster(options)
        .ifPresent(url -> ServerCheck.check("--flinkMaster=" + url.getAuthority(), url));
  }

  private static void checkCache(@Nullable CacheUrl cache) {
    if (cache == null || !cache.isShared()) {
      throw new UsageException(
          "--cache: the workers of a cluster need one that they share: redis://HOST:PORT, or"
              + " sqlite:PATH if all TaskManagers are on one machine; none keeps nothing, and what"
              + " a lost worker was told is paid for again");
    }
    cache.file().ifPresent(path -> checkPath("--cache=" + cache.text(), path));
    refusePassword("--cache", cache::hasPassword);
  }

  private static void refusePassword(String option, BooleanSupplier hasPassword) {
    if (isTrue(option, hasPassword)) {
      throw new UsageException(
          option
              + ": Flink shows options in its page, so on a cluster a password is none: set "
              + RedisUrl.PASSWORD_VARIABLE
              + " (and "
              + RedisUrl.USER_VARIABLE
              + ") in the environment of every TaskManager and of this command, and name"
              + " redis://HOST:PORT");
    }
  }

  private static boolean isTrue(String option, BooleanSupplier hasPassword) {
    try {
      return hasPassword.getAsBoolean();
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": bad URL of a Redis server: " + e.getMessage());
    }
  }

  // Each process would look for a relative path in a directory of its own.
  private static void checkPath(String word, String path) {
    if (!SCHEME.matcher(path).matches() && !Path.of(path).isAbsolute()) {
      throw new UsageException(
          word + ": on a cluster a path must be absolute, and every TaskManager must see it");
    }
  }
}
