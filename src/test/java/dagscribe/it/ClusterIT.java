package dagscribe.it;

import dagscribe.redis.RedisUrl;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Corpus;
import dagscribe.testing.Loopback;
import dagscribe.testing.cluster.FlinkCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs on one Flink cluster of a JobManager and two TaskManagers, which all the tests below share,
 * one after the other.
 */
class ClusterIT {

  /** Variable of the TaskManagers, which alone may know it. */
  static final String PASSWORD = "hunter2isnowhere";

  private static final int RECORDS = 100;

  /**
   * Of the graph too there is a file, whatever its size; Flink's page is not ten seconds late; and
   * what is lost is started again soon.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "blob.offload.minsize", "0",
          "metrics.fetcher.update-interval", "500",
          "restart-strategy.fixed-delay.delay", "1 s");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path folder;

  static SimulatedServer server;
  static FlinkCluster cluster;
  static Path input;
  static Undisturbed undisturbed;

  @Nested
  class Submissions extends ClusterSubmissions {}

  @Nested
  class Secrets extends ClusterSecrets {}

  @Nested
  class Metrics extends ClusterMetrics {}

  @Nested
  class Watching extends ClusterWatching {}

  @Nested
  @Tag("nightly")
  class JobsInARow extends ClusterJobsInARow {}

  @BeforeAll
  static void startCluster() throws IOException {
    server = Loopback.start(Duration.ofMillis(300));
    cluster = FlinkCluster.start(folder, 2, SETTINGS, password(PASSWORD));
    input = Corpus.madeUp(folder, RECORDS);
    undisturbed = Undisturbed.run(folder, input, server);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
    server.close();
  }

  @BeforeEach
  void forget() {
    cluster.awaitIdle();
    server.reset();
  }

  @AfterEach
  void clear() {
    cluster.jobs().cancelAll();
  }

  /** The environment of a process that may know a password of Redis. */
  static Map<String, String> password(String password) {
    return Map.of(RedisUrl.PASSWORD_VARIABLE, password);
  }
}
