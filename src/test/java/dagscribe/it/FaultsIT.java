package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.sim.Faults;
import dagscribe.sim.SimStats;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Corpus;
import dagscribe.testing.Loopback;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server on which much goes wrong: no DAG is lost, and every call that was billed is known. */
class FaultsIT {

  private static final String FAULTS =
      "429:0.05,500:0.05,529:0.05,reset:0.05,truncation:0.06,refusal:0.06,missing:0.08,"
          + "garbled:0.06,broken:0.05";

  @TempDir private Path folder;

  @Test
  void faults_leaveEveryDagInOnePlace() throws IOException {
    Path input = Corpus.write(folder, 150);
    try (SimulatedServer server = Loopback.start(Duration.ZERO)) {
      server.changeFaults(Faults.parse(FAULTS));
      Results results = new Results(folder.resolve("out"));
      Run run = run(input, results, server);
      assertThat(run.err(), run.code(), is(0));
      assertThat(everyPlaceOnce(results), is(Files.readAllLines(input).size()));
      JsonNode report = results.report();
      assertThat(report.path("ledger").path("balanced").asBoolean(), is(true));
      assertThat(report.path("inFlight").path("permitsLeft").asLong(), is(0L));
      checkBills(report.path("calls"), server.stats());
    }
  }

  // What was billed and could be read is answered; what was billed and could not is known as such.
  private static void checkBills(JsonNode calls, SimStats stats) {
    long broken = calls.path("sentInVain.BROKEN_ANSWER").asLong();
    assertThat(calls.path("answered").asLong() + broken, is(stats.billedCalls()));
    assertThat(calls.path("sent").asLong(), is(stats.calls()));
    assertThat(calls.path("sentInVain.SERVER_ERROR").asLong(), is(met(stats, "500")));
    assertThat(calls.path("sentInVain.OVERLOADED").asLong(), is(met(stats, "529")));
    assertThat(calls.path("sentInVain.CONNECTION").asLong(), is(met(stats, "reset")));
    assertThat(broken, is(met(stats, "broken")));
    assertThat("faults met", stats.faults().size(), greaterThan(5));
  }

  private static long met(SimStats stats, String fault) {
    return stats.faults().getOrDefault(fault, 0L);
  }

  private static int everyPlaceOnce(Results results) {
    Set<JsonNode> places = new HashSet<>();
    int lines = 0;
    for (String destination : Results.destinations()) {
      for (JsonNode line : results.lines(destination)) {
        places.add(line.path("source"));
        lines++;
      }
    }
    assertThat(places.size(), is(lines));
    return lines;
  }

  private static Run run(Path input, Results results, SimulatedServer server) {
    return Run.main(
        "--input=" + input,
        "--output=" + results.directory(),
        "--endpoint=" + server.baseUrl(),
        "--minLines=0",
        "--basicOperators=none",
        "--dagsPerCall=3",
        "--cache=none",
        "--maxFailures=150");
  }
}
