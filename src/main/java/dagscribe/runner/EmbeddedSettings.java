package dagscribe.runner;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.ClusterOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.SecurityOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.jspecify.annotations.Nullable;

/** Flink's settings in this process: those of the operator, but for where it listens and writes. */
final class EmbeddedSettings {

  private static final String LOOPBACK = "127.0.0.1";

  /** What would be put beside, or taken for, the one directory; and TLS, where nothing listens. */
  private static final List<ConfigOption<?>> UNWANTED =
      List.of(
          BlobServerOptions.STORAGE_DIRECTORY,
          WebOptions.UPLOAD_DIR,
          WebOptions.LOG_PATH,
          ClusterOptions.JOB_MANAGER_PROCESS_WORKING_DIR_BASE,
          ClusterOptions.TASK_MANAGER_PROCESS_WORKING_DIR_BASE,
          SecurityOptions.SSL_REST_ENABLED,
          SecurityOptions.SSL_INTERNAL_ENABLED);

  private EmbeddedSettings() {}

  static Configuration of(Path directory, @Nullable String operators) {
    Configuration settings =
        operators == null
            ? GlobalConfiguration.loadConfiguration()
            : GlobalConfiguration.loadConfiguration(operators);
    UNWANTED.forEach(settings::removeConfig);
    settings.set(DeploymentOptions.TARGET, "local");
    settings.set(DeploymentOptions.ATTACHED, true);
    settings.set(HighAvailabilityOptions.HA_MODE, "NONE");
    keepToLoopback(settings);
    keepTo(directory, settings);
    useTheHeap(settings);
    return settings;
  }

  // For the moment until the ports are closed; with a second TaskManager more would be opened.
  private static void keepToLoopback(Configuration settings) {
    settings.set(TaskManagerOptions.MINI_CLUSTER_NUM_TASK_MANAGERS, 1);
    settings.set(JobManagerOptions.ADDRESS, LOOPBACK);
    settings.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(TaskManagerOptions.HOST, LOOPBACK);
    settings.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    settings.set(RestOptions.ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    settings.set(RestOptions.BIND_PORT, "0");
    settings.set(BlobServerOptions.PORT, "0");
    settings.set(WebOptions.SUBMIT_ENABLE, false);
    settings.set(WebOptions.CANCEL_ENABLE, false);
  }

  private static void keepTo(Path directory, Configuration settings) {
    settings.set(CoreOptions.TMP_DIRS, directory.toString());
    settings.set(ClusterOptions.PROCESS_WORKING_DIR_BASE, directory.toString());
    settings.set(WebOptions.TMP_DIR, directory.toString());
  }

  /** As Beam does for {@code [local]}: the job is the only one here, and sorts in this memory. */
  private static void useTheHeap(Configuration settings) {
    if (!settings.contains(CoreOptions.CHECK_LEAKED_CLASSLOADER)) {
      settings.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    }
    if (!settings.contains(TaskManagerOptions.MANAGED_MEMORY_SIZE)) {
      float share = settings.get(TaskManagerOptions.MANAGED_MEMORY_FRACTION);
      long free = EnvironmentInformation.getSizeOfFreeHeapMemoryWithDefrag();
      settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, new MemorySize((long) (free * share)));
    }
  }
}
