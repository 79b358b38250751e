package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.testing.Corpus;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no call can mend stops the asking, and what was not asked waits for the next run. */
class StopIT {

  @TempDir private static Path shared;
  private static Path input;
  private static Set<String> whole;

  @TempDir private Path folder;

  @BeforeAll
  static void runWhole() throws IOException {
    input = Corpus.madeUp(shared, 40);
    Results results = new Results(shared.resolve("whole"));
    assertThat(run(input.toString(), results).code(), is(0));
    whole = ids(results, "instructions");
  }

  /** One of each kind; that other statuses are of the same kinds is shown by ErrorRuleTest. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spend@5 | SPEND_LIMIT | Raise the account's spend limit or wait for it to renew",
        "401@1 | NOT_AUTHORISED | Check ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN",
        "404@2 | UNKNOWN_MODEL | Choose another --model or --profile",
        "422@1-1000 | ALL_REFUSED | Mend what the server objects to",
      })
  void stop_isToldInOneSentenceAndTheRestIsFinishedLater(String fault, String kind, String remedy) {
    Results stopped = new Results(folder.resolve("stopped"));
    Run first = run(input.toString(), stopped, "--simFaults=" + fault);
    assertThat(first.code(), is(4));
    assertThat(first.err().lines().count(), is(1L));
    assertThat(
        first.err(),
        containsString(remedy + ", then run the same command on the deferred-*.jsonl files."));
    assertThat(first.err(), not(containsString("Exception")));
    checkDeferred(stopped, kind);

    Results rest = new Results(folder.resolve("rest"));
    Run second = run(stopped.directory() + "/deferred-*.jsonl", rest);
    assertThat(second.err(), second.code(), is(0));
    Set<String> done = ids(stopped, "instructions");
    done.addAll(ids(rest, "instructions"));
    assertThat(done, is(whole));
  }

  @Tag("nightly")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400-spend@5 | SPEND_LIMIT | Raise the account's spend limit or wait for it to renew",
        "402@3 | SPEND_LIMIT | Raise the account's spend limit or wait for it to renew",
        "403@4 | NOT_AUTHORISED | Check ANTHROPIC_API_KEY or ANTHROPIC_AUTH_TOKEN",
        "400@1-1000 | ALL_REFUSED | Mend what the server objects to",
      })
  void sameKindByAnotherStatus_endsAlike(String fault, String kind, String remedy) {
    stop_isToldInOneSentenceAndTheRestIsFinishedLater(fault, kind, remedy);
  }

  private static void checkDeferred(Results stopped, String kind) {
    List<JsonNode> deferred = stopped.lines("deferred");
    assertThat(deferred.size(), greaterThan(0));
    deferred.forEach(line -> assertThat(line.path("reason").asText(), is(kind)));
    JsonNode report = stopped.report();
    assertThat(report.path("ledger").path("balanced").asBoolean(), is(true));
    assertThat(report.path("ledger").path("failed").asLong(), is(0L));
    assertThat(report.path("stopped").has(kind), is(true));
    assertThat(report.path("inFlight").path("permitsLeft").asLong(), is(0L));
  }

  @Test
  void costCap_isNoFailureAndTheRestIsDeferred() {
    Results capped = new Results(folder.resolve("capped"));
    Run run = run(input.toString(), capped, "--maxCostUsd=0.003", "--workers=1");
    assertThat(run.err(), run.code(), is(0));
    assertThat(capped.report().path("ledger").path("balanced").asBoolean(), is(true));
    assertThat(ids(capped, "deferred").size(), greaterThan(0));
    assertThat(capped.report().path("stopped").has("COST_CAP"), is(true));
  }

  private static Set<String> ids(Results results, String destination) {
    Set<String> ids = new TreeSet<>();
    results.lines(destination).forEach(line -> ids.add(line.path("id").asText()));
    return ids;
  }

  private static Run run(String input, Results results, String... more) {
    String[] words = {
      "--input=" + input,
      "--output=" + results.directory(),
      "--progress=none",
      "--endpoint=simulated",
      "--simLatency=none",
      "--dagsPerCall=1",
      "--workers=4"
    };
    return Run.main(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
  }
}
