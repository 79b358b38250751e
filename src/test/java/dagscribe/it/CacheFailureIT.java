package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.sim.SimulatedServer;
import dagscribe.steps.OutputMark;
import dagscribe.testing.Corpus;
import dagscribe.testing.Loopback;
import dagscribe.testing.OwnThread;
import dagscribe.testing.RedisServer;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import dagscribe.testing.process.Moments;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cache fails while a run lasts: what is paid for is written, nothing more is paid for, and the
 * ledger holds.
 */
class CacheFailureIT {

  @TempDir private Path folder;
  private SimulatedServer server;
  private Results results;

  @BeforeEach
  void start() throws IOException {
    server = Loopback.start(Duration.ofMillis(50));
    results = new Results(folder.resolve("out"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void redisThatStops_endsTheAskingAndLosesNothing() throws Exception {
    try (RedisServer redis = RedisServer.start()) {
      List<String> words = words(Corpus.madeUp(folder, 200), redis.url("", ""));
      CompletableFuture<Run> running = OwnThread.supply(() -> run(words));
      while (!running.isDone() && server.stats().dagsDelivered() < 4) {
        Moments.pass();
      }
      redis.close();
      checkStopped(running.get().code(), running.get().err(), "cannot use the cache at redis://");

      try (RedisServer again = redis.again()) {
        Results rest = new Results(folder.resolve("rest"));
        String deferred = results.directory() + "/deferred-*.jsonl";
        Run finished = run(words(deferred, again.url("", ""), rest.directory()));
        assertThat(finished.err(), finished.code(), is(0));
        assertThat(server.stats().dagsBilledAgain(), is(0L));
      }
    }
  }

  /**
   * The limit on the size of a file stands for the full disk: the write-ahead log meets it first.
   */
  @Test
  void fileThatCannotGrow_endsTheAskingAndLosesNothing() throws Exception {
    Path input = Corpus.madeUp(folder, 400);
    List<String> limited = List.of("sh", "-c", "ulimit -f 4096; exec \"$0\" \"$@\"");
    String cache = "sqlite:" + folder.resolve("answers.sqlite");
    try (Program program = Program.start(folder, limited, words(input, cache))) {
      Program.Ended ended = program.join();
      checkStopped(ended.code(), ended.err(), folder.resolve("answers.sqlite").toString());
    }
    Results rest = new Results(folder.resolve("rest"));
    String deferred = results.directory() + "/deferred-*.jsonl";
    Run finished = run(words(deferred, cache, rest.directory()));
    assertThat(finished.err(), finished.code(), is(0));
    assertThat(server.stats().dagsBilledAgain(), is(0L));
  }

  @Test
  void damagedFile_isRefusedBeforeAnythingIsAsked() throws Exception {
    Path file = folder.resolve("torn.sqlite");
    Path input = Corpus.write(folder, 60);
    assertThat(run(words(input, "sqlite:" + file)).code(), is(0));
    try (InstructionCache cache = InstructionCaches.open("sqlite:" + file)) {
      cache.find(List.of());
    }
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x5A);
    Files.write(file, bytes);
    long calls = server.stats().calls();
    Run refused = run(words(input.toString(), "sqlite:" + file, folder.resolve("other")));
    assertThat(refused.code(), is(7));
    assertThat(refused.err(), containsString(file + " is damaged or no SQLite database; move or"));
    assertThat(server.stats().calls(), is(calls));
  }

  private void checkStopped(int code, String err, String named) {
    assertThat(err, code, is(7));
    assertThat("whom it asks, and why it stopped", err.lines().count(), is(2L));
    assertThat(err, containsString(named));
    assertThat(err, containsString("Mend the cache, then run the same command on the deferred"));
    assertThat(err, not(containsString("Exception")));
    JsonNode report = results.report();
    assertThat(report.path("ledger").path("balanced").asBoolean(), is(true));
    assertThat(report.path("ledger").path("failed").asLong(), is(0L));
    assertThat(report.path("inFlight").path("permitsLeft").asLong(), is(0L));
    assertThat(results.lines("deferred").size(), greaterThan(0));
    boolean isAllKept = report.path("calls").path("answersNotKept").asLong() == 0;
    assertThat(Files.exists(results.directory().resolve(OutputMark.FILE)), is(isAllKept));
    assertThat("answers that came are written", asked(), is(server.stats().dagsDelivered()));
  }

  private long asked() {
    return results.lines("instructions").stream()
        .filter(line -> line.path("duplicateOf").asText().isEmpty())
        .count();
  }

  private static Run run(List<String> words) {
    return Run.main(words.toArray(String[]::new));
  }

  private List<String> words(Path input, String cache) {
    return words(input.toString(), cache, results.directory());
  }

  private List<String> words(String input, String cache, Path output) {
    return List.of(
        "--input=" + input,
        "--output=" + output,
        "--progress=none",
        "--endpoint=" + server.baseUrl(),
        "--cache=" + cache,
        "--minLines=0",
        "--basicOperators=none",
        "--dagsPerCall=1",
        "--workers=6");
  }
}
