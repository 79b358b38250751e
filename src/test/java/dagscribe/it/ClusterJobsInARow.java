package dagscribe.it;

import static dagscribe.it.ClusterIT.cluster;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkRest;
import dagscribe.testing.cluster.Footprint;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.process.Await;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A TaskManager lets go of former jobs. Idle threads of the HTTP client keep a job's classes for a
 * minute, so this takes more than one.
 */
abstract class ClusterJobsInARow extends OnTheCluster {

  private static final int JOBS = 20;

  /** Jobs that follow each other so fast that the first is still held. */
  private static final int HELD = 3;

  @Test
  void jobsInARow_letGoOfWhatTheyHeld() throws Exception {
    String jar = cluster.rest().upload(Programs.jar());
    run(jar, 0, HELD);
    Process taskManager = cluster.taskManagers().get(0);
    Footprint first = Footprint.of(folder, taskManager);
    assertThat(first.jobLoaders(), greaterThanOrEqualTo((long) HELD));
    run(jar, HELD, JOBS);
    Await.until(
        PATIENCE,
        Duration.ofSeconds(5),
        "classes of former jobs go",
        () -> Footprint.of(folder, taskManager).jobLoaders() < HELD);
    Footprint last = Footprint.of(folder, taskManager);
    assertThat(last.metaspaceKib(), lessThan(first.metaspaceKib()));
    assertThat(last.sockets(), lessThanOrEqualTo(first.sockets()));
    assertThat(last.threads(), lessThanOrEqualTo(first.threads()));
  }

  private void run(String jar, int from, int to) {
    for (int number = from; number < to; number++) {
      Results results = new Results(folder.resolve("out" + number));
      var started = cluster.rest().run(jar, List.of(words(results)));
      String job = FlinkRest.json(started).path("jobid").asText();
      assertThat(cluster.jobs().awaitEnd(job), is("FINISHED"));
    }
  }
}
