package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.sim.Faults;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Corpus;
import dagscribe.testing.Loopback;
import dagscribe.testing.RedisServer;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is paid for is not paid for again, whatever else changes. */
class ReuseIT {

  private static final int DAGS = 80;
  private static final int WORKERS = 8;

  @TempDir private Path folder;
  private SimulatedServer server;
  private Path input;
  private int runs;

  @BeforeEach
  void start() throws IOException {
    server = Loopback.start(Duration.ZERO);
    input = Corpus.write(folder, DAGS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void changes_costOnlyWhatTheyChange() throws IOException {
    // One a call, since how many packs there are depends on how a runner cuts the chunks.
    long first = callsOf("--dagsPerCall=1");
    assertThat(first, greaterThan(0L));
    assertThat(callsOf("--dagsPerCall=1"), is(0L));
    checkTold(new Results(folder.resolve("out-" + runs)).report());
    assertThat(callsOf("--runner=FlinkRunner", "--workers=1", "--outputShards=3"), is(0L));

    List<String> lines = new ArrayList<>(Files.readAllLines(input));
    Collections.reverse(lines);
    Files.write(input, lines);
    assertThat("the order of the input", callsOf("--dagsPerCall=5"), is(0L));
    changeShortest(lines);
    Files.write(input, lines);
    assertThat("one content", callsOf("--dagsPerCall=5"), is(1L));
    assertThat("the profile", callsOf("--profile=balanced", "--dagsPerCall=1"), is(first));
    assertThat("and back", callsOf("--profile=speed"), is(0L));
  }

  // A short source is sent as it is, so that the change is not compacted away.
  private static void changeShortest(List<String> lines) {
    int shortest = 0;
    for (int i = 0; i < lines.size(); i++) {
      shortest = lines.get(i).length() < lines.get(shortest).length() ? i : shortest;
    }
    String changed = lines.get(shortest).replaceFirst("\"content\":\\s*\"", "$0changed = 1\\\\n");
    lines.set(shortest, changed);
  }

  private static void checkTold(JsonNode report) {
    long instructions = report.path("ledger").path("instructions").asLong();
    assertThat(report.path("cached").asLong(), is(instructions));
    JsonNode cost = report.path("cost");
    assertThat(cost.path("paidUsd").asDouble(), is(0.0));
    assertThat(cost.path("withoutReuseUsd").asDouble(), greaterThan(0.0));
    assertThat(cost.path("savedUsd"), is(cost.path("withoutReuseUsd")));
    assertThat(cost.path("savedTokens").asLong(), greaterThan(0L));
  }

  @Test
  void refusals_arePaidForOnce() throws IOException {
    server.changeFaults(Faults.parse("refusal:0.3"));
    Results first = results();
    String cache = "sqlite:" + folder.resolve("answers.sqlite");
    run(first, cache, input.toString());
    assertThat(first.lines("review").size(), greaterThan(0));
    long calls = server.stats().calls();
    Results second = results();
    run(second, cache, input.toString());
    assertThat(server.stats().calls(), is(calls));
    assertThat(ids(second, "review"), is(ids(first, "review")));
  }

  @Test
  void chainOfReplays_converges() throws IOException {
    server.changeFaults(Faults.parse("500:0.25,spend@25"));
    Set<String> done = new TreeSet<>();
    String open = input.toString();
    int rounds = 0;
    while (!open.isEmpty()) {
      Results results = results();
      run(results, "memory", open, "--maxAttempts=1", "--dagsPerCall=2", "--maxFailures=1000");
      ids(results, "instructions").forEach(id -> assertThat(id, done.add(id), is(true)));
      open = open(results);
      rounds++;
      assertThat("rounds", rounds, lessThan(15));
      server.changeFaults(Faults.parse("500:0.25"));
    }
    server.changeFaults(Faults.none());
    Results whole = results();
    run(whole, "memory", input.toString());
    assertThat(done, is(ids(whole, "instructions")));
    assertThat(rounds, greaterThan(2));
  }

  @Test
  void twoProcesses_shareOneFile() throws Exception {
    twoAtOnce("sqlite:" + folder.resolve("shared.sqlite"));
  }

  @Test
  void twoProcesses_shareOneRedis() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      twoAtOnce(redis.url("", ""));
    }
  }

  private void twoAtOnce(String cache) throws IOException, InterruptedException {
    try (Program one = Program.start(folder, atOnce(cache, "--dagsPerCall=2"));
        Program two = Program.start(folder, atOnce(cache, "--dagsPerCall=3"))) {
      assertThat(one.join().code(), is(0));
      assertThat(two.join().code(), is(0));
    }
    assertThat("nothing is paid for twice", server.stats().dagsBilledAgain(), is(0L));
    long calls = server.stats().calls();
    run(results(), cache, input.toString());
    assertThat("every answer is there", server.stats().calls(), is(calls));
  }

  @Test
  void processThatIsKilled_leavesTheRestToTheOther() throws Exception {
    String cache = "sqlite:" + folder.resolve("killed.sqlite");
    try (SimulatedServer slow = Loopback.start(Duration.ofMillis(400));
        Program victim = Program.start(folder, atOnce(cache, "--endpoint=" + slow.baseUrl()));
        Program other = Program.start(folder, atOnce(cache, "--endpoint=" + slow.baseUrl()))) {
      Await.until(Duration.ofMinutes(1), "calls of both", () -> slow.stats().inFlight() > WORKERS);
      victim.close();
      assertThat(other.join().code(), is(0));
      assertThat(slow.stats().dagsBilledAgain(), is(lessThanOrEqualTo((long) WORKERS)));
      assertThat(slow.stats().dagsDelivered(), is(slow.stats().dagsBilled()));
    }
  }

  private List<String> atOnce(String cache, String more) {
    List<String> words = new ArrayList<>(words(results(), cache, input.toString()));
    words.addAll(List.of("--workers=" + WORKERS, "--dagsPerCall=1", more));
    return words;
  }

  /** Calls made by a run on the input with the shared cache. */
  private long callsOf(String... more) throws IOException {
    long before = server.stats().calls();
    Run run = run(results(), "sqlite:" + folder.resolve("answers.sqlite"), input.toString(), more);
    assertThat(run.err(), run.code(), is(0));
    return server.stats().calls() - before;
  }

  private static String open(Results results) {
    List<String> patterns = new ArrayList<>();
    for (String destination : List.of("failed", "deferred")) {
      if (!results.files(destination).isEmpty()) {
        patterns.add(results.directory() + "/" + destination + "-*.jsonl");
      }
    }
    return String.join(",", patterns);
  }

  private static Set<String> ids(Results results, String destination) {
    Set<String> ids = new TreeSet<>();
    results.lines(destination).forEach(line -> ids.add(line.path("id").asText()));
    return ids;
  }

  private Results results() {
    runs++;
    return new Results(folder.resolve("out-" + runs));
  }

  private Run run(Results results, String cache, String patterns, String... more) {
    List<String> words = new ArrayList<>(words(results, cache, patterns));
    words.addAll(List.of(more));
    return Run.main(words.toArray(String[]::new));
  }

  private List<String> words(Results results, String cache, String patterns) {
    return List.of(
        "--input=" + patterns,
        "--output=" + results.directory(),
        "--endpoint=" + server.baseUrl(),
        "--cache=" + cache,
        "--minLines=0",
        "--basicOperators=none");
  }
}
