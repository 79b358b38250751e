package dagscribe;

import dagscribe.options.RunConfig;
import dagscribe.options.Runners;
import dagscribe.options.UsageException;
import org.apache.beam.sdk.options.PipelineOptions;

/** What cannot be done while the input grows. */
final class WatchCheck {

  private WatchCheck() {}

  /**
   * Looks at the options together.
   *
   * @throws UsageException if they do not go with {@code --watch}
   */
  static void check(RunConfig config, PipelineOptions options) {
    if (config.files().watch() == null) {
      return;
    }
    if (!Runners.canWatch(options)) {
      throw new UsageException(
          "--watch needs --runner=FlinkRunner, which keeps what it has seen across restarts");
    }
    if (config.selection().maxDags() != null) {
      throw new UsageException(
          "--maxDags does not go with --watch: the best are known only once all have been seen");
    }
  }
}
