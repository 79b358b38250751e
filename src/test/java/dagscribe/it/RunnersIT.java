package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.testing.Corpus;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the job runs changes nothing of what comes out. */
class RunnersIT {

  private static final String DIRECT = "--runner=DirectRunner";
  private static final String FLINK = "--runner=FlinkRunner --flinkMaster=[local]";

  @TempDir private Path folder;

  @Test
  void runners_giveTheSame() throws IOException {
    giveTheSame(800);
  }

  /** The whole corpus where there is one. */
  @Tag("nightly")
  @Test
  void runners_giveTheSameOfMuch() throws IOException {
    giveTheSame(4_000);
  }

  private void giveTheSame(int dags) throws IOException {
    Path input = Corpus.write(folder, dags);
    Results direct = results("direct");
    Results flink = results("flink");
    assertThat(run(input, direct, DIRECT).err(), is(""));
    assertThat(run(input, flink, FLINK).err(), is(""));
    assertThat(places(direct).size(), greaterThan(0));
    assertThat(places(flink), is(places(direct)));
    assertThat(ledger(flink), is(ledger(direct)));
    assertThat(ledger(flink).path("balanced").asBoolean(), is(true));
    assertThat(flink.report().path("runner").asText(), is("FlinkRunner"));
    assertThat(flink.report().path("duplicates"), is(direct.report().path("duplicates")));
  }

  @ParameterizedTest
  @ValueSource(strings = {DIRECT, FLINK})
  void fileThatEndsTooEarly_isToldInOneSentence(String runner) throws IOException {
    Path whole = Corpus.write(folder, 200);
    Path cut = folder.resolve("cut.jsonl.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(cut))) {
      Files.copy(whole, out);
    }
    byte[] bytes = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 20));
    Run run = run(cut, results("out"), runner);
    assertThat(run.err(), is("dagscribe: cannot read input file " + cut + ": it ends too early\n"));
    assertThat(run.code(), is(3));
  }

  private Results results(String name) {
    return new Results(folder.resolve(name));
  }

  private static Run run(Path input, Results results, String runner) {
    String[] words = {
      "--input=" + input,
      "--output=" + results.directory(),
      "--endpoint=simulated",
      "--simLatency=none",
      "--progress=none",
      "--simRequestsPerMinute=1000000",
      "--simInputTokensPerMinute=1000000000",
      "--simOutputTokensPerMinute=1000000000",
      "--maxFailures=1000",
      "--progress=none"
    };
    return Run.main(
        Stream.concat(Stream.of(words), Stream.of(runner.split(" "))).toArray(String[]::new));
  }

  private static JsonNode ledger(Results results) {
    return results.report().path("ledger");
  }

  /** Where each line went, whose answer it shares, and what it says; by its place in the input. */
  private static Map<Long, String> places(Results results) {
    Map<Long, String> places = new TreeMap<>();
    for (String destination : Results.destinations()) {
      for (JsonNode line : results.lines(destination)) {
        String before =
            places.put(
                line.path("source").path("line").asLong(),
                String.join(
                    " ",
                    destination,
                    line.path("id").asText(),
                    line.path("reason").asText(),
                    line.path("duplicateOf").asText(),
                    line.path("instruction").asText()));
        assertThat("written twice: " + before, before == null, is(true));
      }
    }
    return places;
  }
}
