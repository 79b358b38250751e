package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dagscribe.testing.Results;
import dagscribe.testing.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The estimate of a small sample, held against a text that a person has looked at and against what
 * a run then does; {@code -Ddagscribe.rewrite=true} writes the text anew.
 */
class EstimateMainTest {

  /** How far estimated tokens may be from what the simulated server bills for the sample. */
  private static final double INPUT_FACTOR = 1.25;

  private static final double OUTPUT_FACTOR = 2;

  private static final String EXPECTED = "expected-estimate.txt";

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void copySample() throws IOException {
    input = Files.writeString(folder.resolve("sample.jsonl"), resource("sample.jsonl"));
  }

  @Test
  void text_isAsExpected() throws IOException {
    String text = run(0, "estimate", "--cache=none").out();
    if (Boolean.getBoolean("dagscribe.rewrite")) {
      Files.writeString(Path.of("src/test/resources/golden", EXPECTED), text);
    }
    assertThat(text, is(resource(EXPECTED)));
  }

  @Test
  void selection_isThatOfARun() throws IOException {
    JsonNode estimate = estimate("--maxDags=3").path("selection");
    JsonNode report = generate("none", "--maxDags=3").report();
    assertThat(estimate.path("balanced").asBoolean(), is(true));
    assertThat(estimate.path("read"), is(report.path("ledger").path("read")));
    assertThat(estimate.path("skipped"), is(report.path("reasons").path("skipped")));
    assertThat(
        estimate.path("malformed"), is(report.path("reasons").path("failed").path("MALFORMED")));
    assertThat(estimate.path("duplicates"), is(report.path("duplicates")));
    assertThat(
        estimate.path("distinct").asLong() + estimate.path("duplicates").asLong(),
        is(report.path("ledger").path("instructions").asLong()));
  }

  @Test
  void tokens_areNearToWhatARunIsBilled() throws IOException {
    JsonNode forecast = estimate("--dagsPerCall=1").path("forecasts").path(0);
    JsonNode calls = generate("none", "--dagsPerCall=1").report().path("calls");
    assertThat(forecast.path("calls"), is(calls.path("sent")));
    near(sum(forecast, "inputTokens", "cachedInputTokens"), input(calls), INPUT_FACTOR);
    near(sum(forecast, "outputTokens"), sum(calls, "outputTokens"), OUTPUT_FACTOR);
  }

  @Test
  void answersOfAnEarlierRun_costNothing() throws IOException {
    Path cache = folder.resolve("answers.sqlite");
    JsonNode before = estimate("--cache=sqlite:" + cache).path("forecasts").path(0);
    assertThat("an estimate makes no cache", Files.exists(cache), is(false));
    generate("sqlite:" + cache);
    JsonNode after = estimate("--cache=sqlite:" + cache).path("forecasts");
    assertThat(after.path(0).path("cached"), is(before.path("asked")));
    assertThat(after.path(0).path("asked").asInt(), is(0));
    assertThat(after.path(0).path("costUsd").asDouble(), is(0.0));
    assertThat("another profile has other answers", after.path(1).path("cached").asInt(), is(0));
  }

  @Test
  void ownModel_comesFirstAndHasNoPriceIfItIsUnknown() {
    String text = run(0, "estimate", "--model=my-own", "--contentChars=900").out();
    assertThat(text, containsString("options   my-own"));
    assertThat(text.indexOf("my-own"), lessThan(text.indexOf("claude-haiku-5-5")));
    assertThat(text, containsString("unknown"));
  }

  @Test
  void chosenProfile_comesFirst() {
    String text = run(0, "estimate", "--profile=quality").out();
    assertThat(text.indexOf("\nquality"), lessThan(text.indexOf("\nspeed")));
    assertThat(text, not(containsString("options ")));
  }

  @Test
  void costCap_isHeldAgainstTheEstimate() {
    assertThat(
        run(0, "estimate", "--maxCostUsd=0.0001").out(),
        containsString("--maxCostUsd=0.0001 pays for about "));
  }

  @Test
  void mistakes_endAsTheyDoForARun() {
    assertThat(run(2, "estimate", "--model=claude-2.1").err(), containsString("is retired"));
    assertThat(
        run(7, "estimate", "--cache=sqlite:" + input).err(), containsString("--cache: " + input));
    assertThat(Run.main("estimate", "--input=" + folder.resolve("none")).code(), is(3));
  }

  // Calls that start together each write the prompt cache, which an estimate counts as read.
  private static double input(JsonNode calls) {
    return sum(calls, "inputTokens", "cacheCreationInputTokens", "cacheReadInputTokens");
  }

  private static double sum(JsonNode numbers, String... names) {
    return Stream.of(names).mapToDouble(name -> numbers.path(name).asDouble()).sum();
  }

  private static void near(double forecast, double billed, double factor) {
    assertThat(forecast, is(both(greaterThan(billed / factor)).and(lessThan(billed * factor))));
  }

  private JsonNode estimate(String... more) throws IOException {
    Path output = folder.resolve("estimated");
    String[] words = {"estimate", "--output=" + output};
    run(0, Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
    return new JsonMapper().readTree(output.resolve("estimate.json").toFile());
  }

  private Results generate(String cache, String... more) {
    Path output = folder.resolve("generated");
    String[] words = {
      "--output=" + output, "--maxFailures=9", "--simLatency=none", "--cache=" + cache
    };
    run(0, Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
    return new Results(output);
  }

  private Run run(int code, String... words) {
    String[] common = {"--input=" + input, "--endpoint=simulated"};
    Run run = Run.main(Stream.concat(Stream.of(words), Stream.of(common)).toArray(String[]::new));
    assertThat(run.err(), run.code(), is(code));
    return run;
  }

  private static String resource(String name) throws IOException {
    try (var in = EstimateMainTest.class.getResourceAsStream("/golden/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
