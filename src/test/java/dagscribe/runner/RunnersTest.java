package dagscribe.runner;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import java.net.URI;
import java.util.Optional;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunnersTest {

  @Test
  void direct_checksNoElement() {
    DirectOptions options = options().as(DirectOptions.class);
    assertThat(options.isEnforceImmutability(), is(false));
    assertThat(options.isEnforceEncodability(), is(false));
  }

  @Test
  void flink_copiesLessAndUsesAllProcessors() {
    FlinkPipelineOptions options =
        options("--runner=FlinkRunner", "--flinkMaster=[local]").as(FlinkPipelineOptions.class);
    assertThat(options.getFasterCopy(), is(true));
    assertThat(options.getObjectReuse(), is(false));
    assertThat(options.getParallelism(), is(Runtime.getRuntime().availableProcessors()));
  }

  @Test
  void cluster_decidesItsParallelism() {
    FlinkPipelineOptions options =
        options("--runner=FlinkRunner", "--flinkMaster=host:8081").as(FlinkPipelineOptions.class);
    assertThat(options.getParallelism(), is(-1));
  }

  @Test
  void operator_isNotOverruled() {
    DirectOptions direct = options("--enforceImmutability=true").as(DirectOptions.class);
    assertThat(direct.isEnforceImmutability(), is(true));
    FlinkPipelineOptions flink =
        options("--runner=FlinkRunner", "--fasterCopy=false", "--parallelism=7")
            .as(FlinkPipelineOptions.class);
    assertThat(flink.getFasterCopy(), is(false));
    assertThat(flink.getParallelism(), is(7));
  }

  @Test
  void job_isNamedAfterTheProgram() {
    assertThat(options().as(ApplicationNameOptions.class).getAppName(), is("dagscribe"));
  }

  @ParameterizedTest
  @CsvSource({
    "DirectRunner, none, true",
    "FlinkRunner, none, true",
    "FlinkRunner, 10s, false",
  })
  void endOfAnInput_isOfUseWhereThereIsOneAndAskingBeginsBefore(
      String runner, String watch, boolean isOfUse) {
    DagscribeOptions options = options("--runner=" + runner, "--watch=" + watch);
    assertThat(Runners.asksBeforeAllAreSeen(options), is(isOfUse));
  }

  @ParameterizedTest
  @CsvSource({
    "DirectRunner, ignored, true",
    "FlinkRunner, [local], true",
    "FlinkRunner, [collection], true",
    "FlinkRunner, [auto], true",
    "FlinkRunner, host:8081, false",
  })
  void run_isLocalIfThisProcessCalls(String runner, String master, boolean local) {
    assertThat(
        Runners.isLocal(options("--runner=" + runner, "--flinkMaster=" + master)), is(local));
  }

  @ParameterizedTest
  @CsvSource({
    "FlinkRunner, host:8081, false, true",
    "FlinkRunner, host:8081, true, false",
    "FlinkRunner, [local], false, false",
    "DirectRunner, ignored, false, false",
  })
  void run_isDetachedIfItIsSentAndNotAwaited(
      String runner, String master, boolean attached, boolean detached) {
    DagscribeOptions options =
        options("--runner=" + runner, "--flinkMaster=" + master, "--attachedMode=" + attached);
    assertThat(Runners.isDetached(options), is(detached));
  }

  @ParameterizedTest
  @CsvSource({
    "host:1234, http://host:1234",
    "host, http://host:8081",
    "http://host:1234, http://host:1234",
    "[local], ",
    "[auto], ",
  })
  void remoteMaster_isWhereTheJobIsSent(String master, String url) {
    DagscribeOptions options = options("--runner=FlinkRunner", "--flinkMaster=" + master);
    assertThat(Runners.remoteMaster(options).map(URI::toString), is(Optional.ofNullable(url)));
  }

  private static DagscribeOptions options(String... words) {
    CommandLine line = CommandLine.parse(words);
    DagscribeOptions options = line.options();
    Runners.complete(options, line.given());
    return options;
  }
}
