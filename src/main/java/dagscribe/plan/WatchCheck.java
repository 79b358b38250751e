package dagscribe.plan;

import dagscribe.cache.CacheUrl;
import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import dagscribe.runner.Runners;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** What cannot be done while the input grows, and what only then. */
public final class WatchCheck {

  private WatchCheck() {}

  /**
   * Looks at the options together.
   *
   * @throws UsageException if they do not go with {@code --watch}, or not without it
   */
  public static void check(RunConfig config, PipelineOptions options) {
    boolean isWatching = config.files().watch() != null;
    if (Runners.isResumed(options) && (!isWatching || Runners.isLocal(options))) {
      throw new UsageException(
          "--savepointPath goes with --watch on a Flink cluster: everything else starts over, and"
              + " pays for nothing that is in the cache");
    }
    if (isWatching) {
      checkWatch(config, options);
    }
  }

  private static void checkWatch(RunConfig config, PipelineOptions options) {
    if (!Runners.canWatch(options)) {
      throw new UsageException(
          "--watch needs --runner=FlinkRunner, which keeps what it has seen across restarts");
    }
    if (config.selection().maxDags() != null) {
      throw new UsageException(
          "--maxDags does not go with --watch: the best are known only once all have been seen");
    }
    if (isPaid(config) && !isLasting(config.spending().cache())) {
      throw new UsageException(
          "--watch needs a cache that lasts, since what came after the last checkpoint is done again"
              + " when something fails: --cache=sqlite:PATH or redis://HOST:PORT");
    }
  }

  private static boolean isLasting(@Nullable CacheUrl cache) {
    return cache == null || cache.outlivesProcess();
  }

  private static boolean isPaid(RunConfig config) {
    return !(config.calling().endpoint() instanceof Endpoint.Simulated);
  }
}
