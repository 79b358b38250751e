package dagscribe.it;

import static dagscribe.it.ClusterIT.cluster;
import static dagscribe.it.ClusterIT.server;
import static dagscribe.it.ClusterIT.undisturbed;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;

import dagscribe.sim.SimStats;
import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkRest;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Program;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cluster gives what one process gives, in whichever way the job is submitted, and pays once. */
abstract class ClusterSubmissions extends OnTheCluster {

  private static final int WORKERS = 4;

  /** So slow that the job outlives the first ten seconds, after which workers log a line. */
  private static final int FEW_WORKERS = 2;

  @Test
  void flinkRun_waitsForTheSame() throws Exception {
    Results results = results();
    List<String> words = new ArrayList<>(List.of(Programs.jar().toString()));
    words.addAll(List.of(words(results, "--dagsPerCall=1", "--workers=" + WORKERS)));
    try (Program program = Programs.flink(cluster, folder, "run", words.toArray(String[]::new))) {
      Program.Ended ended = program.join();
      assertThat(ended.err(), ended.code(), is(0));
      assertThat(program.out(), containsString("ledger        balanced"));
    }
    check(results);
    assertThat("over both TaskManagers", server.stats().maxInFlight(), is((long) WORKERS));
  }

  @Test
  void interruptedClient_leavesAJobThatSurvivesALostTaskManagerAndPaysOnce() throws Exception {
    Results results = results();
    String[] words = words(results, "--dagsPerCall=1", "--workers=" + FEW_WORKERS);
    try (Program program = Programs.dagscribe(folder, words)) {
      Await.until(PATIENCE, "calls are made", () -> billedCalls() >= 2 * FEW_WORKERS);
      program.signal("TERM");
      Program.Ended ended = program.join();
      assertThat(ended.code(), is(143));
      assertThat(
          ended.err(),
          is(
              "dagscribe: SIGTERM: this ends the client alone. A job that is on the cluster goes on"
                  + " there, and pays, until flink cancel or Flink's page ends it.\n"));
    }
    cluster.taskManagers().get(0).destroyForcibly().onExit().join();
    cluster.startTaskManager();
    assertThat(cluster.jobs().awaitEnd(cluster.jobs().onlyRunning()), is("FINISHED"));
    check(results);
    SimStats stats = server.stats();
    assertThat(stats.dagsBilled(), is(undisturbed.dagsAsked()));
    // In flight in the lost process, or answered there and not stored yet.
    assertThat(stats.dagsBilledAgain(), lessThanOrEqualTo(2L * FEW_WORKERS));
    assertThat(
        "told in the logs of those that live",
        cluster.logsOfTaskManagers(),
        matchesPattern(
            "(?s).* WorkerProgress - dagscribe: \\d+ s: \\d+ of \\d+ so far DAGs answered.*"));
  }

  @Test
  void upload_startsTheSame() throws Exception {
    Results results = results();
    FlinkRest rest = cluster.rest();
    HttpResponse<String> started =
        rest.run(rest.upload(Programs.jar()), List.of(words(results, "--parallelism=2")));
    assertThat(started.body(), started.statusCode(), is(200));
    String job = FlinkRest.json(started).path("jobid").asText();
    assertThat(cluster.jobs().awaitEnd(job), is("FINISHED"));
    check(results);
  }

  private static long billedCalls() {
    return server.stats().billedCalls();
  }
}
