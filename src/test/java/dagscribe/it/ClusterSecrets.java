package dagscribe.it;

import static dagscribe.it.ClusterIT.PASSWORD;
import static dagscribe.it.ClusterIT.cluster;
import static dagscribe.it.ClusterIT.password;
import static dagscribe.it.ClusterIT.server;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.testing.RedisServer;
import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkCluster;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.cluster.Traces;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Program;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a worker must know and others must not; a worker that lacks it is told in time. */
abstract class ClusterSecrets extends OnTheCluster {

  @Test
  void workerWithoutAKey_isToldBeforeAnythingIsAsked() throws Exception {
    String[] words = words(results(), "--endpoint=anthropic");
    try (Program program = Programs.dagscribe(folder, words)) {
      assertThat(program.join().code(), is(4));
      assertThat(
          program.err(),
          is(
              "dagscribe: a worker has no API key: set ANTHROPIC_API_KEY in the environment of every"
                  + " TaskManager, and start them again\n"));
    }
  }

  @Test
  void passwordOfRedis_isShownNowhere() throws Exception {
    Results results = results();
    try (RedisServer redis = RedisServer.start("--requirepass", PASSWORD);
        Program program =
            Programs.dagscribe(folder, password(PASSWORD), words(results, redis, 2))) {
      Await.until(PATIENCE, "calls are made", () -> server.stats().billedCalls() > 0);
      String job = cluster.jobs().onlyRunning();
      Traces traces = new Traces(cluster, job, program.pid(), folder);
      assertThat(traces.of(PASSWORD), is(empty()));
      // Its address, on the other hand, is found wherever options are.
      assertThat(
          traces.of(redis.url("", "")),
          hasItems(
              is("/jobs/" + job + "/config"),
              matchesPattern(".*/blob_p-.*"),
              is(Long.toString(program.pid()))));
      Program.Ended ended = program.join();
      assertThat(ended.err(), ended.code(), is(0));
      assertThat(traces.of(PASSWORD), is(empty()));
    }
    check(results);
  }

  /** Nightly, as WorkerRequirementsTest shows it of one process, and the next test of a cluster. */
  @Tag("nightly")
  @Test
  void workerThatRedisDoesNotLetIn_isToldBeforeAnythingIsAsked() throws Exception {
    try (RedisServer redis = RedisServer.start("--requirepass", "another")) {
      refused(redis, "WRONGPASS ", 2);
    }
  }

  @Test
  void workerWithoutThePasswordOfRedis_isToldBeforeAnythingIsAsked() throws Exception {
    Process poor = cluster.startTaskManager(Map.of());
    try (RedisServer redis = RedisServer.start("--requirepass", PASSWORD)) {
      cluster.awaitIdle();
      refused(redis, "NOAUTH ", 3);
    } finally {
      poor.destroyForcibly().onExit().join();
    }
  }

  private void refused(RedisServer redis, String why, int taskManagers) throws Exception {
    String[] words = words(results(), redis, taskManagers);
    try (Program program = Programs.dagscribe(folder, words)) {
      assertThat(program.join().code(), is(4));
      assertThat(program.err(), startsWith("dagscribe: a worker is not let into Redis: " + why));
      assertThat(
          program.err(),
          endsWith(
              ": set DAGSCRIBE_REDIS_PASSWORD (and DAGSCRIBE_REDIS_USERNAME) in the environment of"
                  + " every TaskManager, and start them again\n"));
      assertThat(program.err().lines().count(), is(1L));
    }
    assertThat(server.stats().billedCalls(), is(0L));
  }

  /** The words of a run on all slots whose answers and quota are in a Redis. */
  private String[] words(Results results, RedisServer redis, int taskManagers) {
    return words(
        results,
        "--parallelism=" + taskManagers * FlinkCluster.SLOTS,
        "--dagsPerCall=1",
        "--workers=2",
        "--cache=" + redis.url("", ""),
        "--quota=" + redis.url("", "/1"));
  }
}
