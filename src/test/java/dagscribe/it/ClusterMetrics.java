package dagscribe.it;

import static dagscribe.it.ClusterIT.cluster;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.sim.Faults;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Corpus;
import dagscribe.testing.Loopback;
import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkMetrics;
import dagscribe.testing.cluster.FlinkRest;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Flink's REST API shows what the report says: of a job that has ended in its accumulators, of one
 * that watches in the metrics of its operators.
 */
abstract class ClusterMetrics extends OnTheCluster {

  private static final int HALF = 30;
  private static final List<String> DAGS = Corpus.madeUp(2 * HALF);

  private SimulatedServer server;
  private Path input;

  @BeforeEach
  void start() throws IOException {
    server = Loopback.start(Duration.ofMillis(50));
    server.changeFaults(Faults.parse("429:0.3"));
    input = Files.createDirectories(folder.resolve("in"));
    Files.write(input.resolve("some.jsonl"), DAGS.subList(0, HALF));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void restApi_showsWhatTheReportSays() throws Exception {
    Results ended = new Results(folder.resolve("ended"));
    try (Program program = submit(ended, "--attachedMode=false")) {
      assertThat(program.err(), program.join().code(), is(0));
      assertThat("nobody waits for it", program.out(), startsWith("submitted     dagscribe-"));
    }
    assertThat(cluster.jobs().awaitEnd(cluster.jobs().last()), is("FINISHED"));
    FlinkRest rest = cluster.rest();
    MetricsCheck.agree(FlinkMetrics.accumulated(rest, cluster.jobs().last()), ended.report());

    Files.write(input.resolve("more.jsonl"), DAGS.subList(HALF, DAGS.size()));
    Results watched = new Results(folder.resolve("watched"));
    try (Program program = submit(watched, "--watch=1s", "--maxBundleTimeMills=1000")) {
      JsonNode report = awaitBalance(program, watched);
      assertThat(report.path("cached").asLong(), greaterThan(0L));
      Await.until(
          PATIENCE,
          "all lines are counted",
          () -> lines(FlinkMetrics.live(rest, cluster.jobs().onlyRunning())) == written(report));
      MetricsCheck.agree(FlinkMetrics.live(rest, cluster.jobs().onlyRunning()), watched.report());
    }
  }

  private static long lines(Map<String, Long> metrics) {
    return Results.destinations().stream()
        .mapToLong(name -> metrics.getOrDefault("dagscribe lines-" + name, 0L))
        .sum();
  }

  private static long written(JsonNode report) {
    return report.path("ledger").path("read").asLong();
  }

  private static JsonNode awaitBalance(Program program, Results watched) throws IOException {
    Await.until(
        PATIENCE,
        "the report accounts for every line",
        () -> !program.isAlive() || isBalanced(watched, DAGS.size()));
    assertThat(program.err(), program.isAlive(), is(true));
    return watched.report();
  }

  private static boolean isBalanced(Results results, long lines) {
    if (!Files.exists(results.directory().resolve("report.json"))) {
      return false;
    }
    JsonNode ledger = results.report().path("ledger");
    return ledger.path("balanced").asBoolean() && ledger.path("read").asLong() == lines;
  }

  private Program submit(Results results, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--input=" + input + "/*.jsonl",
                "--endpoint=" + server.baseUrl(),
                "--parallelism=2",
                "--dagsPerCall=1",
                "--maxFailures=" + DAGS.size()));
    words.addAll(List.of(more));
    return Programs.dagscribe(folder, words(results, words.toArray(String[]::new)));
  }
}
