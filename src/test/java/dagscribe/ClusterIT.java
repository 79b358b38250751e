package dagscribe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.cluster.FlinkCluster;
import dagscribe.cluster.Program;
import dagscribe.cluster.Programs;
import dagscribe.dag.FactsReader;
import dagscribe.golden.Results;
import dagscribe.golden.Run;
import dagscribe.sim.Latency;
import dagscribe.sim.SimLimits;
import dagscribe.sim.SimSettings;
import dagscribe.sim.SimulatedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Flink cluster of a JobManager and two TaskManagers gives what one process gives, in whichever
 * way the job is submitted, and pays once. Takes one to two minutes.
 */
class ClusterIT {

  private static final int RECORDS = 300;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private static Path shared;

  private static SimulatedServer server;
  private static FlinkCluster cluster;
  private static Path input;
  private static Map<String, Set<String>> expected;

  @TempDir private Path folder;

  @BeforeAll
  static void startCluster() throws IOException {
    server = server();
    cluster = FlinkCluster.start(shared, 2, Map.of(), Map.of());
    input = Corpus.write(shared, RECORDS);
    Results direct = new Results(shared.resolve("direct"));
    Run run = Run.main(words(direct, "memory").toArray(String[]::new));
    assertThat(run.err(), run.code(), is(0));
    expected = ids(direct);
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
  void ownMain_givesWhatOneProcessGives() throws Exception {
    Results results = results();
    List<String> words = words(results, "sqlite:" + folder.resolve("cache.sqlite"));
    words.add("--runner=FlinkRunner");
    words.add("--flinkMaster=" + cluster.address());
    words.add("--parallelism=4");
    try (Program program = Programs.dagscribe(folder, words.toArray(String[]::new))) {
      int code = program.exitCode();
      assertThat(program.err(), code, is(0));
    }
    check(results);
  }

  private void check(Results results) {
    assertThat(ids(results), is(expected));
    JsonNode ledger = results.report().path("ledger");
    assertThat(ledger.path("balanced").asBoolean(), is(true));
  }

  private Results results() {
    return new Results(folder.resolve("out"));
  }

  private static Map<String, Set<String>> ids(Results results) {
    Map<String, Set<String>> ids = new TreeMap<>();
    for (String destination : Results.destinations()) {
      Set<String> those = new TreeSet<>();
      List<JsonNode> lines = results.lines(destination);
      lines.forEach(line -> those.add(line.path("id").asText()));
      assertThat("ids of " + destination, those.size(), is(lines.size()));
      ids.put(destination, those);
    }
    return ids;
  }

  private static List<String> words(Results results, String cache) {
    return new ArrayList<>(
        List.of(
            "--input=" + input,
            "--output=" + results.directory(),
            "--endpoint=" + server.baseUrl(),
            "--cache=" + cache,
            "--maxFailures=" + RECORDS));
  }

  private static SimulatedServer server() throws IOException {
    return SimulatedServer.start(
        SimSettings.DEFAULTS
            .withLatency(Latency.fixed(Duration.ofSeconds(1)))
            .withLimits(SimLimits.perMinute(1_000_000, 1_000_000_000, 1_000_000_000)),
        source -> {
          try (FactsReader reader = new FactsReader()) {
            return reader.read(source);
          }
        });
  }
}
