package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Corpus;
import dagscribe.testing.Loopback;
import dagscribe.testing.Results;
import dagscribe.testing.process.Moments;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A signal ends a run well, and the same command finishes it: real processes, real signals. */
class SignalIT {

  private static final int DAGS = 30;

  /** A shell starts what is in the background so that it ignores SIGINT, and so do its children. */
  private static final List<String> HEEDING_SIGNALS = List.of("env", "--default-signal=INT,TERM");

  @TempDir private Path folder;
  private SimulatedServer server;
  private Path input;

  @BeforeEach
  void start() throws IOException {
    server = Loopback.start(Duration.ofMillis(300));
    input = Corpus.write(folder, DAGS);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({"TERM, 143, DirectRunner", "INT, 130, FlinkRunner"})
  void signal_drainsAndTheSameCommandGoesOn(String signal, int code, String runner)
      throws IOException, InterruptedException {
    Results results = new Results(folder.resolve("out"));
    try (Program program = start(results, runner)) {
      awaitCalls(program, 4);
      program.signal(signal);
      Program.Ended ended = program.join();
      assertThat(ended.err(), ended.code(), is(code));
      assertThat(ended.err(), containsString("SIG" + signal + ": asking nothing more"));
      assertThat(ended.err(), containsString("To go on, give the same command again"));
    }
    JsonNode report = results.report();
    assertThat(report.path("ledger").path("balanced").asBoolean(), is(true));
    assertThat(results.lines("deferred").size(), greaterThan(0));
    long delivered = server.stats().dagsDelivered();
    assertThat("answered and written", instructions(results), is(delivered));
    assertThat(server.stats().dagsBilled(), is(delivered));

    try (Program again = start(results, runner)) {
      assertThat(again.join().code(), is(0));
    }
    assertThat(results.lines("deferred").size(), is(0));
    assertThat(server.stats().dagsBilledAgain(), is(0L));
    assertThat(instructions(results), is(server.stats().dagsBilled()));
  }

  @Test
  void signalWhileWatching_storesWhatIsInFlightAndEnds() throws IOException, InterruptedException {
    Results results = new Results(folder.resolve("out"));
    try (Program program = start(results, "FlinkRunner", "--watch=1s")) {
      awaitCalls(program, 4);
      program.signal("INT");
      Program.Ended ended = program.join();
      assertThat(ended.err(), ended.code(), is(130));
      assertThat(ended.err(), containsString("ended while watching"));
    }
    assertThat((long) server.stats().inFlight(), is(0L));

    try (Program bounded = start(results, "DirectRunner")) {
      assertThat(bounded.join().code(), is(0));
    }
    assertThat(server.stats().dagsBilledAgain(), is(0L));
    assertThat(instructions(results), is(server.stats().dagsBilled()));
  }

  @Test
  void secondSignal_endsAtOnce() throws IOException, InterruptedException {
    Results results = new Results(folder.resolve("out"));
    try (Program program = start(results, "DirectRunner")) {
      awaitCalls(program, 1);
      program.signal("INT");
      while (program.isAlive() && !program.said().contains("asking nothing more")) {
        Moments.pass();
      }
      program.signal("INT");
      assertThat(program.join().code(), is(130));
    }
    assertThat(Files.exists(results.directory().resolve("report.json")), is(false));
  }

  /** Lines whose instruction is not that of a duplicate. */
  private static long instructions(Results results) {
    return results.lines("instructions").stream()
        .filter(line -> line.path("duplicateOf").asText().isEmpty())
        .count();
  }

  private void awaitCalls(Program program, int calls) {
    while (program.isAlive() && server.stats().calls() < calls) {
      Moments.pass();
    }
  }

  private Program start(Results results, String runner, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(
        List.of(
            "--input=" + input,
            "--output=" + results.directory(),
            "--endpoint=" + server.baseUrl(),
            "--cache=sqlite:" + folder.resolve("answers.sqlite"),
            "--dagsPerCall=1",
            "--workers=2",
            "--runner=" + runner));
    return Program.start(folder, HEEDING_SIGNALS, words);
  }
}
