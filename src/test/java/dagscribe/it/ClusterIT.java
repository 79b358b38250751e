package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.redis.RedisUrl;
import dagscribe.sim.SimStats;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Corpus;
import dagscribe.testing.Loopback;
import dagscribe.testing.RedisServer;
import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkCluster;
import dagscribe.testing.cluster.FlinkRest;
import dagscribe.testing.cluster.Footprint;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.cluster.Traces;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Flink cluster of a JobManager and two TaskManagers gives what one process gives, in whichever
 * way the job is submitted, and pays once. Takes one to two minutes on two cores.
 */
class ClusterIT {

  private static final int RECORDS = 300;
  private static final int WORKERS = 4;
  private static final int JOBS = 3;
  private static final String PASSWORD = "hunter2isnowhere";

  /** Of the graph too there is a file then, whatever its size. */
  private static final Map<String, String> ON_DISK = Map.of("blob.offload.minsize", "0");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path shared;

  private static SimulatedServer server;
  private static FlinkCluster cluster;
  private static Path input;
  private static Undisturbed undisturbed;

  @TempDir private Path folder;

  @BeforeAll
  static void startCluster() throws IOException {
    server = Loopback.start(Duration.ofMillis(300));
    cluster = FlinkCluster.start(shared, 2, ON_DISK, password(PASSWORD));
    input = Corpus.write(shared, RECORDS);
    undisturbed = Undisturbed.run(shared, input, server);
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
    server.close();
  }

  @BeforeEach
  void forget() {
    server.reset();
  }

  @Test
  void jobThatIsNotAwaited_survivesALostTaskManagerAndPaysOnce() throws Exception {
    Results results = results();
    List<String> slowly = List.of("--dagsPerCall=1", "--workers=" + WORKERS);
    try (Program program =
        Programs.dagscribe(folder, own(results, slowly, "--attachedMode=false"))) {
      Program.Ended ended = program.join();
      assertThat(ended.err(), ended.code(), is(0));
      assertThat(program.out(), startsWith("submitted     dagscribe-"));
    }
    Await.until(PATIENCE, "calls are made", () -> server.stats().billedCalls() >= 2 * WORKERS);
    Process lost = cluster.taskManagers().get(0);
    lost.destroyForcibly().onExit().join();
    cluster.startTaskManager();
    assertThat(cluster.rest().awaitEnd(cluster.rest().onlyRunningJob()), is("FINISHED"));
    check(results);
    SimStats stats = server.stats();
    assertThat(stats.dagsBilled(), is(undisturbed.dagsAsked()));
    // In flight in the lost process, or answered there and not stored yet.
    assertThat(stats.dagsBilledAgain(), lessThanOrEqualTo(2L * WORKERS));
    assertThat(
        "told in the logs of those that live",
        cluster.logsOfTaskManagers(),
        matchesPattern(
            "(?s).* WorkerProgress - dagscribe: \\d+ s: \\d+ of \\d+ so far DAGs answered.*"));
  }

  @Test
  void flinkRun_waitsForTheSame() throws Exception {
    Results results = results();
    String[] words =
        with(
            List.of(Programs.jar().toString()),
            own(results, List.of("--dagsPerCall=1", "--workers=" + WORKERS)));
    try (Program program = Programs.flink(cluster, folder, "run", words)) {
      Program.Ended ended = program.join();
      assertThat(ended.err(), ended.code(), is(0));
      assertThat(program.out(), containsString("ledger        balanced"));
    }
    check(results);
    assertThat("over both TaskManagers", server.stats().maxInFlight(), is((long) WORKERS));
  }

  @Test
  void interruptedClient_saysThatTheJobGoesOn() throws Exception {
    Results results = results();
    String[] words = own(results, List.of("--dagsPerCall=1", "--workers=" + WORKERS));
    try (Program program = Programs.dagscribe(folder, words)) {
      Await.until(PATIENCE, "calls are made", () -> server.stats().billedCalls() > 0);
      program.signal("TERM");
      Program.Ended ended = program.join();
      assertThat(ended.code(), is(143));
      assertThat(
          ended.err(),
          is(
              "dagscribe: SIGTERM: this ends the client alone. A job that is on the cluster goes on"
                  + " there, and pays, until flink cancel or Flink's page ends it.\n"));
    }
    assertThat(cluster.rest().awaitEnd(cluster.rest().onlyRunningJob()), is("FINISHED"));
    check(results);
  }

  @Test
  void upload_startsTheSame() throws Exception {
    Results results = results();
    FlinkRest rest = cluster.rest();
    HttpResponse<String> started =
        rest.run(rest.upload(Programs.jar()), List.of(own(results, List.of())));
    assertThat(started.body(), started.statusCode(), is(200));
    assertThat(rest.awaitEnd(FlinkRest.json(started).path("jobid").asText()), is("FINISHED"));
    check(results);
  }

  @Test
  void jobsInARow_letGoOfWhatTheyHeld() throws Exception {
    FlinkRest rest = cluster.rest();
    String jar = rest.upload(Programs.jar());
    for (int job = 1; job <= JOBS; job++) {
      Results results = new Results(folder.resolve("out" + job));
      String id =
          FlinkRest.json(rest.run(jar, List.of(own(results, List.of())))).path("jobid").asText();
      assertThat(rest.awaitEnd(id), is("FINISHED"));
    }
    Process taskManager = cluster.taskManagers().get(0);
    Footprint first = Footprint.of(folder, taskManager);
    assertThat(first.jobLoaders(), greaterThanOrEqualTo((long) JOBS));
    Await.until(
        PATIENCE,
        Duration.ofSeconds(5),
        "classes of former jobs go",
        () -> Footprint.of(folder, taskManager).jobLoaders() < JOBS);
    Footprint last = Footprint.of(folder, taskManager);
    assertThat(last.metaspaceKib(), lessThan(first.metaspaceKib()));
    assertThat(last.sockets(), lessThanOrEqualTo(first.sockets()));
    assertThat(last.threads(), lessThanOrEqualTo(first.threads()));
  }

  @Test
  void workerWithoutAKey_isToldBeforeAnythingIsAsked() throws Exception {
    Results results = results();
    String[] words = own(results, List.of(), "--endpoint=anthropic");
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
        Program program = Programs.dagscribe(folder, password(PASSWORD), own(results, redis))) {
      Await.until(PATIENCE, "calls are made", () -> server.stats().billedCalls() > 0);
      String job = cluster.rest().onlyRunningJob();
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
      cluster.rest().awaitFreeSlots(3 * FlinkCluster.SLOTS);
      refused(redis, "NOAUTH ", 3);
    } finally {
      poor.destroyForcibly().onExit().join();
    }
  }

  private void refused(RedisServer redis, String why, int taskManagers) throws Exception {
    List<String> words = new ArrayList<>(List.of(own(results(), redis)));
    words.add("--parallelism=" + taskManagers * FlinkCluster.SLOTS);
    try (Program program = Programs.dagscribe(folder, words.toArray(String[]::new))) {
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

  /** The words of a run whose answers and quota are in a Redis. */
  private String[] own(Results results, RedisServer redis) {
    return own(
        results,
        List.of("--dagsPerCall=1", "--workers=" + WORKERS),
        "--cache=" + redis.url("", ""),
        "--quota=" + redis.url("", "/1"));
  }

  private static Map<String, String> password(String password) {
    return Map.of(RedisUrl.PASSWORD_VARIABLE, password);
  }

  private void check(Results results) {
    assertThat(results.ids(), is(undisturbed.ids()));
    assertThat(results.report().path("ledger").path("balanced").asBoolean(), is(true));
  }

  private Results results() {
    return new Results(folder.resolve("out"));
  }

  /** The words of a run on the cluster. */
  private String[] own(Results results, List<String> more, String... last) {
    List<String> words = new ArrayList<>();
    words.add("--runner=FlinkRunner");
    words.add("--flinkMaster=" + cluster.address());
    words.add("--parallelism=" + 2 * FlinkCluster.SLOTS);
    words.add("--endpoint=" + server.baseUrl());
    words.add("--cache=sqlite:" + folder.resolve("cache.sqlite"));
    words.addAll(more);
    words.addAll(List.of(last));
    return words(results, words.toArray(String[]::new));
  }

  private static String[] words(Results results, String... more) {
    List<String> words =
        List.of("--input=" + input, "--output=" + results.directory(), "--maxFailures=" + RECORDS);
    return with(words, more);
  }

  private static String[] with(List<String> first, String... then) {
    return Stream.concat(first.stream(), Stream.of(then)).toArray(String[]::new);
  }
}
