package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.sim.SimulatedServer;
import dagscribe.steps.OutputMark;
import dagscribe.testing.Corpus;
import dagscribe.testing.Loopback;
import dagscribe.testing.RedisServer;
import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkCluster;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Program;
import dagscribe.testing.process.UnixSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What dies, hangs or goes away under a job on a Flink cluster is made good, and nothing is paid
 * for twice but calls in flight in a process that is lost. Cache and quota are in Redis.
 */
class ClusterFaultsIT {

  private static final int RECORDS = 60;
  private static final int WORKERS = 3;
  private static final int TASK_MANAGERS = 2;
  private static final Duration LATENCY = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** One that hangs is given up soon; one that is slow for less is borne with. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "heartbeat.timeout", "10000",
          "heartbeat.interval", "1000",
          "restart-strategy.fixed-delay.delay", "1 s");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path shared;

  private static SimulatedServer server;
  private static FlinkCluster cluster;
  private static Path input;
  private static Undisturbed undisturbed;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private RedisServer redis;
  private Results results;

  @BeforeAll
  static void startCluster() throws IOException {
    server = Loopback.start(LATENCY);
    cluster = FlinkCluster.start(shared, TASK_MANAGERS, IMPATIENT, Map.of());
    input = Corpus.madeUp(shared, RECORDS);
    undisturbed = Undisturbed.run(shared, input, server);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
    server.close();
  }

  @BeforeEach
  void start() throws IOException {
    while (cluster.taskManagers().size() < TASK_MANAGERS) {
      cluster.startTaskManager();
    }
    cluster.rest().awaitFreeSlots(TASK_MANAGERS * FlinkCluster.SLOTS);
    server.reset();
    redis = RedisServer.startDurable(folder);
    results = new Results(folder.resolve("out"));
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  void lostJobManager_isToldAndTheSameCommandGoesOn() throws Exception {
    String[] words = words("--flinkConfDir=" + impatientClient());
    try (Program program = submit(words)) {
      awaitHalfOfTheCalls(program);
      cluster.jobManager().destroyForcibly().onExit().join();
      assertThat(program.join().code(), is(8));
      assertThat(
          program.err(),
          is(
              "dagscribe: the JobManager lost the job or cannot be reached any more: start it again"
                  + " if it is down, and run the same command again; what was answered is in the"
                  + " cache (with --watch, add --overwrite)\n"));
    }
    // As if it had died while files were being renamed.
    Path half = results.directory().resolve("instructions-00000-of-00009.jsonl");
    Files.writeString(half, "{\"id\":\"left behind\"}\n");
    cluster.startJobManager();
    cluster.rest().awaitFreeSlots(TASK_MANAGERS * FlinkCluster.SLOTS);
    assertThat(server.stats().inFlight(), is(0L));
    checkEnd(submit(words));
    assertThat(Files.exists(half), is(false));
    checkPaidAgain(0);
  }

  @Test
  void redisThatComesBack_isWaitedFor() throws Exception {
    try (Program program = submit(words())) {
      awaitHalfOfTheCalls(program);
      redis.signal("STOP");
      awaitNoCalls();
      redis.signal("CONT");
      awaitCalls();
      redis.close();
      awaitNoCalls();
      redis = redis.again();
      checkEnd(program);
    }
    checkPaidAgain(0);
  }

  @Test
  void redisThatStaysAway_endsTheAskingAndLosesNothing() throws Exception {
    try (Program program = submit(words())) {
      awaitHalfOfTheCalls(program);
      redis.close();
      assertThat(program.join().code(), is(7));
      assertThat(
          program.err(),
          containsString("Mend the cache, then run the same command on the deferred"));
    }
    assertThat(results.report().path("ledger").path("balanced").asBoolean(), is(true));
    assertThat(results.lines("deferred").size(), greaterThan(0));
    redis = redis.again();
    Results rest = new Results(folder.resolve("rest"));
    try (Program program =
        submit(
            words(
                "--input=" + results.directory() + "/deferred-*.jsonl",
                "--output=" + rest.directory()))) {
      assertThat(program.err(), program.join().code(), is(0));
    }
    Map<String, Set<String>> all = results.ids();
    all.get("deferred").clear();
    rest.ids().forEach((destination, ids) -> all.get(destination).addAll(ids));
    assertThat(all, is(undisturbed.ids()));
    checkPaidAgain(0);
  }

  @Test
  void slowTaskManager_isBorneWith() throws Exception {
    try (Program program = submit(words())) {
      awaitHalfOfTheCalls(program);
      Process slow = cluster.taskManagers().get(0);
      UnixSignal.send("STOP", slow);
      awaitNoCalls();
      UnixSignal.send("CONT", slow);
      checkEnd(program);
    }
    checkPaidAgain(0);
  }

  @Test
  void taskManagerThatHangs_isGivenUpAndDoesNoHarmWhenItWakes() throws Exception {
    try (Program program = submit(words())) {
      awaitHalfOfTheCalls(program);
      Process hung = cluster.taskManagers().get(0);
      UnixSignal.send("STOP", hung);
      cluster.startTaskManager();
      checkEnd(program);
      checkPaidAgain(WORKERS);
      UnixSignal.send("CONT", hung);
      cluster.rest().awaitFreeSlots((TASK_MANAGERS + 1) * FlinkCluster.SLOTS);
      awaitNoCalls();
      checkPaidAgain(2 * WORKERS);
      hung.destroyForcibly().onExit().join();
    }
  }

  private void checkEnd(Program program) throws Exception {
    Program.Ended ended = program.join();
    assertThat(ended.err(), ended.code(), is(0));
    assertThat(results.ids(), is(undisturbed.ids()));
    assertThat(results.report().path("ledger").path("balanced").asBoolean(), is(true));
    assertThat(Files.exists(results.directory().resolve(OutputMark.FILE)), is(false));
  }

  private static void checkPaidAgain(long most) {
    assertThat(server.stats().dagsBilled(), is(undisturbed.dagsAsked()));
    assertThat(server.stats().dagsBilledAgain(), lessThanOrEqualTo(most));
  }

  private static void awaitHalfOfTheCalls(Program program) throws IOException {
    Await.until(
        PATIENCE,
        "half of the calls are made",
        () -> !program.isAlive() || server.stats().billedCalls() >= undisturbed.dagsAsked() / 2);
    assertThat(program.err(), program.isAlive(), is(true));
  }

  private static void awaitNoCalls() {
    Await.until(PATIENCE, "no call is in flight", () -> server.stats().inFlight() == 0);
  }

  private static void awaitCalls() {
    Await.until(PATIENCE, "a call is in flight", () -> server.stats().inFlight() > 0);
  }

  /** A configuration of Flink's client that gives up soon. */
  private Path impatientClient() throws IOException {
    Files.writeString(
        folder.resolve("config.yaml"), "rest.retry.max-attempts: 3\nrest.retry.delay: 1000\n");
    return folder;
  }

  private Program submit(String... words) throws IOException {
    return Programs.dagscribe(folder, words);
  }

  /** The words of a run on the cluster; later ones win. */
  private String[] words(String... last) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--runner=FlinkRunner",
                "--flinkMaster=" + cluster.address(),
                "--parallelism=" + TASK_MANAGERS * FlinkCluster.SLOTS,
                "--input=" + input,
                "--output=" + results.directory(),
                "--endpoint=" + server.baseUrl(),
                "--cache=" + redis.url("", ""),
                "--quota=" + redis.url("", ""),
                "--dagsPerCall=1",
                "--workers=" + WORKERS));
    words.addAll(List.of(last));
    return words.toArray(String[]::new);
  }
}
