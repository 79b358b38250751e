package dagscribe.options;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.runners.core.construction.SerializablePipelineOptions;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @TempDir private Path folder;

  @Test
  void firstWord_isTheCommand() {
    assertThat(CommandLine.parse("simulate", "--simPort=1").command(), is("simulate"));
    assertThat(CommandLine.parse("--simPort=1").command(), nullValue());
    assertThat(CommandLine.parse().command(), nullValue());
  }

  @Test
  void laterValue_wins() {
    DagscribeOptions options = options("--maxDags=5", "--input=a,b", "--maxDags=7", "--input=c");
    assertThat(options.getMaxDags(), is("7"));
    assertThat(options.getInput(), is("c"));
  }

  @Test
  void file_isReadWhereItStands() throws IOException {
    Path file = Files.writeString(folder.resolve("x.args"), "--maxDags=1\n--workers=2\n");
    DagscribeOptions options = options("--maxDags=5", "@" + file, "--workers=6");
    assertThat(options.getMaxDags(), is("1"));
    assertThat(options.getWorkers(), is("6"));
  }

  @Test
  void mistakeInFile_isToldWithItsLine() throws IOException {
    Path file = Files.writeString(folder.resolve("x.args"), "# pace\n--workers=0\n");
    assertThat(refusal("@" + file), is(file + ":2: --workers=0: must be auto or 1..2000"));
  }

  @Test
  void flagWithoutValue_isTrue() {
    assertThat(options("--overwrite").isOverwrite(), is(true));
    assertThat(options("--overwrite", "--overwrite=false").isOverwrite(), is(false));
  }

  @Test
  void runnersOptions_pass() {
    FlinkPipelineOptions options =
        options("--runner=FlinkRunner", "--flinkMaster=host:8081", "--parallelism=3")
            .as(FlinkPipelineOptions.class);
    assertThat(options.getFlinkMaster(), is("host:8081"));
    assertThat(options.getParallelism(), is(3));
  }

  @Test
  void options_surviveTheWayToAWorker() {
    DagscribeOptions sent = options("--input=a", "--output=o", "--maxCostUsd=2.5", "--simSeed=9");
    DagscribeOptions received =
        new SerializablePipelineOptions(sent).get().as(DagscribeOptions.class);
    assertThat(RunConfig.from(received), is(RunConfig.from(sent)));
  }

  @Test
  void secret_isNeitherAcceptedNorShown() {
    for (String name : new String[] {"apiKey", "api-key", "anthropic_api_key", "token"}) {
      assertThat(
          refusal("--" + name + "=sk-ant-1"), startsWith("--" + name + " is refused: the key"));
    }
    assertThat(refusal("generate", "sk-ant-1"), startsWith("unexpected word 'sk-***'"));
  }

  private static DagscribeOptions options(String... words) {
    return CommandLine.parse(words).options();
  }

  private static String refusal(String... words) {
    return assertThrows(UsageException.class, () -> options(words)).getMessage();
  }
}
