package dagscribe.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.options.SimulatedServerConfig;
import dagscribe.options.UsageException;
import dagscribe.plan.OutputDirectory;
import dagscribe.report.DataCard;
import dagscribe.report.ReportPage;
import dagscribe.sim.SimSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.runners.direct.DirectOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRunnerTest {

  private static final String NAME = "instructions-00000-of-00001.jsonl";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private PipelineJob job = (config, options, input, out, err) -> ExitCode.DONE;
  private Map<String, String> environment = Map.of();
  private @Nullable RunConfig generated;
  private @Nullable RunConfig estimated;
  private @Nullable SimSettings served;
  private boolean enforced = true;
  private Path input;
  private Path output;

  @BeforeEach
  void createInput() throws IOException {
    input = Files.writeString(folder.resolve("dags.jsonl"), "{}\n");
    output = folder.resolve("out");
  }

  @Test
  void generate_isTheDefaultAndGetsConfigAndRunnersOptions() {
    assertThat(run(in(), out(), "--endpoint=simulated", "--workers=4"), is(ExitCode.DONE));
    assertThat(generated.calling().client().workers(), is(4));
    assertThat(generated.files().outputDirectory(), is(output.toString()));
    assertThat(enforced, is(false));
    assertThat(err(), emptyString());
  }

  @Test
  void simulate_needsNeitherInputNorKey() {
    assertThat(run("simulate", "--simPort=8123"), is(ExitCode.DONE));
    assertThat(served.port(), is(8123));
  }

  @Test
  void estimate_needsNeitherOutputNorKey() {
    assertThat(run("estimate", in()), is(ExitCode.DONE));
    Path scratch = Path.of(estimated.files().outputDirectory());
    assertThat("what the command needed for itself is gone", Files.exists(scratch), is(false));
  }

  @Test
  void estimate_leavesOtherRunsResultsAlone() throws IOException {
    Path result = result(NAME);
    assertThat(run("estimate", in(), out()), is(ExitCode.DONE));
    assertThat(estimated.files().outputDirectory(), is(output.toString()));
    assertThat(Files.exists(result), is(true));
  }

  @Test
  void estimate_onAClusterNeedsAnOutput() {
    assertThat(
        run("estimate", in(), "--runner=FlinkRunner", "--flinkMaster=host:8081"),
        is(ExitCode.USAGE));
    assertThat(err(), containsString("--output is missing"));
  }

  @Test
  void estimate_intoAFileIsRefused() {
    assertThat(run("estimate", in(), "--output=" + input), is(ExitCode.USAGE));
    assertThat(err(), containsString("must be a directory, and is a file"));
  }

  @Test
  void estimate_ofNoInputIsMissingInput() {
    assertThat(run("estimate", "--input=" + folder + "/none"), is(ExitCode.INPUT));
  }

  @Test
  void exitCode_isTheJobs() {
    job = (config, options, input, out, err) -> ExitCode.FAILURES;
    assertThat(run(in(), out(), "--endpoint=simulated"), is(ExitCode.FAILURES));
  }

  @Test
  void anthropic_withoutKeyIsRefusedWhereThisProcessCalls() {
    assertThat(run(in(), out()), is(ExitCode.USAGE));
    assertThat(err(), containsString("set ANTHROPIC_API_KEY in the environment"));
    assertThat(generated, nullValue());
  }

  @Test
  void anthropic_onAClusterNeedsNoKeyHere() {
    assertThat(
        run(in(), out(), "--runner=FlinkRunner", "--flinkMaster=host:8081"), is(ExitCode.DONE));
  }

  @Test
  void server_isTheEnvironmentsUnlessAnOptionNamesAnother() {
    environment =
        Map.of("ANTHROPIC_BASE_URL", "http://gateway.invalid/gw", "ANTHROPIC_API_KEY", "sk-ant-1");
    assertThat(run(in(), out()), is(ExitCode.DONE));
    assertThat(endpoint(), is(new Endpoint.Url(URI.create("http://gateway.invalid/gw"))));
    assertThat(run(in(), out(), "--endpoint=anthropic"), is(ExitCode.DONE));
    assertThat(endpoint(), is(new Endpoint.Anthropic()));
    String cluster = "--flinkMaster=host:8081";
    assertThat(run(in(), out(), "--runner=FlinkRunner", cluster), is(ExitCode.DONE));
    assertThat("the workers have their own", endpoint(), is(new Endpoint.Default()));
  }

  private @Nullable Endpoint endpoint() {
    return generated == null ? null : generated.calling().endpoint();
  }

  @Test
  void anthropic_runsWithAKey() {
    environment = Map.of("ANTHROPIC_API_KEY", "sk-ant-1");
    assertThat(run(in(), out()), is(ExitCode.DONE));
    assertThat(generated.toString(), not(containsString("sk-ant-1")));
  }

  @Test
  void patternThatMatchesNothing_isMissingInput() {
    String pattern = folder + "/*.json";
    assertThat(run(in() + "," + pattern, out(), "--endpoint=simulated"), is(ExitCode.INPUT));
    assertThat(err(), is("dagscribe: --input=" + pattern + ": no file matches\n"));
  }

  @Test
  void folderAsInput_isMissingInput() {
    assertThat(run("--input=" + folder, out(), "--endpoint=simulated"), is(ExitCode.INPUT));
  }

  @Test
  void unknownFileSystem_isRefused() {
    assertThat(run("--input=nope://a/b", out(), "--endpoint=simulated"), is(ExitCode.USAGE));
    assertThat(err(), containsString("--input=nope://a/b: No filesystem found for scheme nope"));
    assertThat(run(in(), "--output=nope://a/b", "--endpoint=simulated"), is(ExitCode.USAGE));
    assertThat(err(), containsString("--output=nope://a/b: No filesystem found for scheme nope"));
  }

  @Test
  void otherRunsResults_areRefused() throws IOException {
    Path result = result(NAME);
    assertThat(run(in(), out(), "--endpoint=simulated"), is(ExitCode.USAGE));
    assertThat(err(), containsString("--output=" + output + " holds another run's results"));
    assertThat(err(), containsString("--overwrite to replace them"));
    assertThat(Files.exists(result), is(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.json", "report.html", "README.md"})
  void fileThatARunWouldReplaceAndNoneWrote_isRefused(String name) throws IOException {
    Path own = result(name);
    assertThat(run(in(), out(), "--endpoint=simulated", "--overwrite"), is(ExitCode.USAGE));
    assertThat(err(), containsString("holds " + name + ", which no run wrote"));
    assertThat(Files.readString(own), is("{}\n"));
  }

  @Test
  void overwrite_removesResultsAndNothingElse() throws IOException {
    Path result = result(NAME);
    Path page = Files.writeString(result("report.html"), ReportPage.MARK);
    Path card = Files.writeString(result("README.md"), DataCard.MARK);
    Path logins = result("failed-logins-of-users.jsonl");
    Path many = result("review-1-of-many.jsonl");
    Path foreign = Files.createDirectories(output.resolve(".temp-beam/other"));
    assertThat(run(in(), out(), "--endpoint=simulated", "--overwrite"), is(ExitCode.DONE));
    assertThat("only the job removes, when it is about to run", Files.exists(result), is(true));
    new OutputDirectory(output.toString()).clear();
    new OutputDirectory(output.toString()).tidy();
    assertThat(Stream.of(result, page, card).filter(Files::exists).toList(), is(List.of()));
    assertThat(Stream.of(logins, many, foreign).allMatch(Files::exists), is(true));
  }

  @Test
  void overwrite_refusesWhatTheReportDoesNotList() throws IOException {
    result(NAME);
    Path stranger = result("failed-00001-of-00002.jsonl");
    Files.writeString(
        result("report.json"),
        "{\"dagscribe\":\"1\",\"ledger\":{},\"files\":{\"instructions\":1},\"written\":[\"NAME\"]}"
            .replace("NAME", NAME));
    assertThat(run(in(), out(), "--endpoint=simulated", "--overwrite"), is(ExitCode.USAGE));
    assertThat(err(), containsString(stranger.getFileName() + ", which no run wrote"));
    Files.delete(stranger);
    assertThat(run(in(), out(), "--endpoint=simulated", "--overwrite"), is(ExitCode.DONE));
  }

  @Test
  void overwrite_removesLinksAndNotWhatTheyPointTo() throws IOException {
    Path treasure = Files.writeString(folder.resolve("treasure"), "gold");
    Files.createDirectories(output);
    Files.createSymbolicLink(output.resolve(NAME), treasure);
    Path nowhere =
        Files.createSymbolicLink(
            output.resolve("failed-00000-of-00001.jsonl"), folder.resolve("nowhere"));
    Files.createSymbolicLink(output.resolve(".dagscribe-unfinished-files"), folder);
    assertThat(run(in(), out(), "--endpoint=simulated", "--overwrite"), is(ExitCode.DONE));
    new OutputDirectory(output.toString()).clear();
    new OutputDirectory(output.toString()).tidy();
    assertThat(Files.readString(treasure), is("gold"));
    assertThat(Files.exists(nowhere, LinkOption.NOFOLLOW_LINKS), is(false));
    try (Stream<Path> left = Files.list(output)) {
      assertThat(left.toList(), is(List.of()));
    }
  }

  @Test
  void overwrite_doesNotDestroyTheInput() throws IOException {
    Path failed = result("failed-00000-of-00001.jsonl");
    Path link = Files.createSymbolicLink(folder.resolve("link"), output);
    String pattern = "--input=" + link + "/failed-*.jsonl";
    assertThat(run(pattern, out(), "--endpoint=simulated", "--overwrite"), is(ExitCode.USAGE));
    assertThat(err(), containsString("--overwrite would destroy the input " + failed));
    assertThat(Files.exists(failed), is(true));
  }

  @Test
  void outputThatIsAFile_isRefused() {
    assertThat(run(in(), "--output=" + input, "--endpoint=simulated"), is(ExitCode.USAGE));
    assertThat(err(), containsString("must be a directory, and is a file"));
  }

  @Test
  void jobsRefusal_isAMistakeOfTheOperator() {
    job =
        (config, options, input, out, err) -> {
          throw new UsageException("--model=claude-2 is retired");
        };
    assertThat(run(in(), out(), "--endpoint=simulated"), is(ExitCode.USAGE));
    assertThat(err(), not(containsString("\tat ")));
  }

  @Test
  void unexpectedFailure_showsItsTrace() {
    job =
        (config, options, input, out, err) -> {
          throw new IllegalStateException("boom");
        };
    assertThat(run(in(), out(), "--endpoint=simulated"), is(ExitCode.UNEXPECTED));
    assertThat(err(), containsString("IllegalStateException: boom"));
  }

  @Test
  void version_namesWhatTheBuildUsed() {
    assertThat(run("--version"), is(ExitCode.DONE));
    assertThat(out.toString(StandardCharsets.UTF_8), not(containsString("$")));
    assertThat(out.toString(StandardCharsets.UTF_8), containsString("Beam 2."));
    assertThat(out.toString(StandardCharsets.UTF_8), endsWith(")\n"));
  }

  private String in() {
    return "--input=" + input;
  }

  private String out() {
    return "--output=" + output;
  }

  private Path result(String name) throws IOException {
    Files.createDirectories(output);
    return Files.writeString(output.resolve(name), "{}\n");
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private ExitCode run(String... words) {
    PipelineJob generate =
        (config, options, input, out, err) -> {
          generated = config;
          enforced = options.as(DirectOptions.class).isEnforceImmutability();
          return job.run(config, options, input, out, err);
        };
    PipelineJob estimate =
        (config, options, input, out, err) -> {
          estimated = config;
          return job.run(config, options, input, out, err);
        };
    CliCommand simulate =
        (line, options, out, err) -> {
          served = SimulatedServerConfig.from(options);
          return ExitCode.DONE;
        };
    return new CommandRunner(
            Map.of(
                Command.GENERATE, new GenerateCommand(generate, environment::get),
                Command.ESTIMATE, new EstimateCommand(estimate, environment::get),
                Command.SIMULATE, simulate))
        .run(new PrintStream(out, true), new PrintStream(err, true), words);
  }
}
