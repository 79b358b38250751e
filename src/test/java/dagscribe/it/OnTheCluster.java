package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A test whose runs are jobs on the cluster of {@link ClusterIT}, and read its input. */
abstract class OnTheCluster {

  static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  final Results results() {
    return new Results(folder.resolve("out"));
  }

  /** The words of a run; later ones win. */
  final String[] words(Results results, String... more) {
    List<String> words =
        List.of(
            "--runner=FlinkRunner",
            "--flinkMaster=" + ClusterIT.cluster.address(),
            "--parallelism=" + 2 * FlinkCluster.SLOTS,
            "--endpoint=" + ClusterIT.server.baseUrl(),
            "--cache=sqlite:" + folder.resolve("cache.sqlite"),
            "--input=" + ClusterIT.input,
            "--output=" + results.directory());
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  /** Results are those of an undisturbed run in one process. */
  static void check(Results results) {
    assertThat(results.ids(), is(ClusterIT.undisturbed.ids()));
    assertThat(results.report().path("ledger").path("balanced").asBoolean(), is(true));
  }
}
