package dagscribe.options;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.claude.Profile;
import dagscribe.limit.AccountLimits;
import dagscribe.progress.Style;
import dagscribe.records.OutputFormat;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunConfigTest {

  @Test
  void defaults_leaveToTheRunWhatItCanDecide() {
    RunConfig config = parse();
    assertThat(config.files().format(), is(OutputFormat.FULL));
    assertThat(config.files().outputShards(), nullValue());
    assertThat(config.selection().maxDags(), nullValue());
    assertThat(
        config.selection().rules().basicOperators(),
        containsInAnyOrder("EmptyOperator", "BashOperator"));
    assertThat(
        config.prompting(),
        is(
            new PromptingConfig(
                Profile.SPEED, Profile.SPEED.settings(), 0, Profile.SPEED.contentChars())));
    assertThat(config.calling().endpoint(), is(new Endpoint.Default()));
    assertThat(config.calling().client().workers(), is(0));
    assertThat(config.calling().client().limits(), is(AccountLimits.LEARNED));
    assertThat(config.spending().cache(), nullValue());
    assertThat(config.spending().maxCostUsd(), nullValue());
    assertThat(config.progress(), is(Style.AUTO));
  }

  @Test
  void progress_isOneOfFourStyles() {
    assertThat(parse("--progress=plain").progress(), is(Style.PLAIN));
    UsageException refused = assertThrows(UsageException.class, () -> parse("--progress=loud"));
    assertThat(refused.getMessage(), is("--progress=loud: must be auto, bar, plain or none"));
  }

  @Test
  void numbers_arriveTyped() {
    RunConfig config =
        parse(
            "--maxDags=50",
            "--dagsPerCall=4",
            "--contentChars=900",
            "--rateLimit=1200",
            "--callTimeoutSeconds=30",
            "--maxCostUsd=0.25",
            "--outputShards=3");
    assertThat(config.selection().maxDags(), is(50));
    assertThat(config.prompting().dagsPerCall(), is(4));
    assertThat(config.prompting().contentChars(), is(900));
    assertThat(config.calling().client().limits().requestsPerMinute(), is(1200L));
    assertThat(config.calling().client().callTimeout(), is(Duration.ofSeconds(30)));
    assertThat(config.spending().maxCostUsd(), is(new BigDecimal("0.25")));
    assertThat(config.files().outputShards(), is(3));
  }

  @Test
  void patterns_areSplitAtCommasOutsideBraces() {
    assertThat(
        parse("--input=a/*.jsonl, b-{1,2}.jsonl.gz").files().inputPatterns(),
        contains("a/*.jsonl", "b-{1,2}.jsonl.gz"));
  }

  @Test
  void comma_ofANameIsEscaped() {
    assertThat(
        parse("--input=a\\,b.jsonl,file:///x/c%2Cd.jsonl,e-{1,2\\,3}").files().inputPatterns(),
        contains("a,b.jsonl", "/x/c,d.jsonl", "e-{1,2\\,3}"));
  }

  @Test
  void paths_mayBeUris() {
    RunConfig config = parse("--output=file:///tmp/x%20y/", "--cache=sqlite:file:///tmp/c.db");
    assertThat(config.files().outputDirectory(), is("/tmp/x y"));
    assertThat(config.spending().cache().text(), is("sqlite:/tmp/c.db"));
  }

  @Test
  void basicOperators_mayBeNone() {
    assertThat(parse("--basicOperators=none").selection().rules().basicOperators(), empty());
  }

  @Test
  void endpoint_mayBeAUrl() {
    assertThat(
        parse("--endpoint=http://localhost:8080/api").calling().endpoint(),
        is(new Endpoint.Url(URI.create("http://localhost:8080/api"))));
  }

  @Test
  void latency_isADuration() {
    assertThat(parse("--simLatency=none").simulatedServer().latency().fixed(), is(Duration.ZERO));
    assertThat(
        parse("--simLatency=fixed:1.5s").simulatedServer().latency().fixed(),
        is(Duration.ofMillis(1500)));
    assertThat(
        parse("--simLatency=fixed:250ms").simulatedServer().latency().fixed(),
        is(Duration.ofMillis(250)));
    assertThat(parse("--simLatency=model").simulatedServer().latency().fixed(), nullValue());
  }

  @Test
  void simulatedServer_needsNoInput() {
    SimulatedServerOptions options = CommandLine.parse("--simPort=80").options();
    assertThat(SimulatedServerConfig.from(options).port(), is(80));
  }

  @Test
  void passwordOfRedis_isNotShown() {
    RunConfig config = parse("--cache=rediss://me:hush@example.org:6380");
    assertThat(config.toString(), not(containsString("hush")));
    assertThat(config.spending().cache().text(), containsString("hush"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "none", "sqlite:a b.db", "redis://h", "rediss://h:1/0"})
  void cache_formIsKept(String cache) {
    assertThat(parse("--cache=" + cache).spending().cache().text(), is(cache));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--cache=disk | must be sqlite:PATH",
        "--cache=sqlite: | must be sqlite:PATH",
        "--cache=redis:h | must be sqlite:PATH",
        "--cache=redis:// | must be sqlite:PATH",
        "--endpoint=ftp://h | --endpoint=ftp://h: must be default, anthropic, simulated or an http(s) URL",
        "--endpoint=http:// | must be default, anthropic",
        "--endpoint=http://h/?a=1 | must be default, anthropic",
        "--endpoint=https://k:hush@h | must hold neither user nor password",
        "--simLatency=3 | --simLatency=3: must be none, model, fixed:3s or fixed:250ms",
        "--output=out/*.d | --output=out/*.d: must be a directory, not a pattern",
        "--input=a,,b | --input=a,,b: must be a comma-separated list without empty parts",
      })
  void impossibleValue_isRefused(String word, String sentence) {
    UsageException refusal = assertThrows(UsageException.class, () -> parse(word));
    assertThat(refusal.getMessage(), containsString(sentence));
    assertThat(refusal.getMessage(), not(containsString("hush")));
  }

  @Test
  void valueSetInCode_isCheckedToo() {
    DagscribeOptions options =
        PipelineOptionsFactory.fromArgs("--input=a", "--output=o").as(DagscribeOptions.class);
    options.setMinPriority(1.5);
    UsageException refusal = assertThrows(UsageException.class, () -> RunConfig.from(options));
    assertThat(refusal.getMessage(), is("--minPriority=1.5: must be 0.0..1.0"));
  }

  @Test
  void missingOption_isNamed() {
    DagscribeOptions options = CommandLine.parse("--input=a").options();
    UsageException refusal = assertThrows(UsageException.class, () -> RunConfig.from(options));
    assertThat(refusal.getMessage(), is("--output is missing: directory of the results"));
  }

  private static RunConfig parse(String... words) {
    String[] all =
        Stream.concat(Stream.of("--input=in.jsonl", "--output=out"), Stream.of(words))
            .toArray(String[]::new);
    return RunConfig.from(CommandLine.parse(all).options());
  }
}
