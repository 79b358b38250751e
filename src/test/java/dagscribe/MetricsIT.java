package dagscribe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.golden.Results;
import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import dagscribe.options.RunConfig;
import dagscribe.report.Destination;
import dagscribe.sim.SimulatedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.metrics.DistributionResult;
import org.apache.beam.sdk.metrics.MetricQueryResults;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beam's metrics say what the report says. Takes about 15 s. */
class MetricsIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--runner=DirectRunner", "--runner=FlinkRunner --flinkMaster=[local]"})
  void metrics_agreeWithTheReport(String runner) throws IOException {
    Path input = Corpus.write(folder, 300);
    Results results = new Results(folder.resolve("out"));
    MetricQueryResults metrics = run(input, results, runner);
    JsonNode report = results.report();
    Map<String, Long> counters = counters(metrics);
    JsonNode calls = report.path("calls");
    assertThat(counters.get("dagscribe calls"), is(calls.path("asked").asLong()));
    assertThat(counters.get("dagscribe requests"), is(calls.path("sent").asLong()));
    assertThat(counters.get("dagscribe retries"), is(calls.path("retries").asLong()));
    assertThat(
        counters.get("dagscribe requests-429"), is(calls.path("sentInVain.RATE_LIMITED").asLong()));
    assertThat(counters.get("dagscribe requests-429"), greaterThan(0L));
    assertThat(counters.get("dagscribe answers"), is(calls.path("answered").asLong()));
    assertThat(counters.get("dagscribe input-tokens"), is(calls.path("inputTokens").asLong()));
    assertThat(counters.get("dagscribe output-tokens"), is(calls.path("outputTokens").asLong()));
    assertThat(
        counters.get("dagscribe paid-nano-usd") / 1e9,
        is(report.path("cost").path("paidUsd").asDouble()));
    assertThat(
        counters.getOrDefault("dagscribe duplicates", 0L), is(report.path("duplicates").asLong()));
    assertThat(
        counters.get("beam-throttling-metrics throttling-msecs"),
        is(calls.path("throttledMillis").asLong()));
    checkLedger(counters, report.path("ledger"));
    checkLatency(metrics, calls);
  }

  private static void checkLedger(Map<String, Long> counters, JsonNode ledger) {
    assertThat(ledger.path("balanced").asBoolean(), is(true));
    assertThat(counters.get("dagscribe lines-read"), is(ledger.path("read").asLong()));
    for (Destination destination : Destination.values()) {
      String name = destination.prefix();
      assertThat(
          name,
          counters.getOrDefault("dagscribe lines-" + name, 0L),
          is(ledger.path(name).asLong()));
    }
  }

  private static void checkLatency(MetricQueryResults metrics, JsonNode calls) {
    DistributionResult latency = metrics.getDistributions().iterator().next().getAttempted();
    assertThat(latency.getCount(), is(calls.path("answered").asLong()));
    assertThat(latency.getSum(), is(calls.path("latencyMillis").asLong()));
    assertThat(latency.getMin(), greaterThanOrEqualTo(20L));
    assertThat(
        latency.getMean(),
        allOf(
            greaterThanOrEqualTo((double) latency.getMin()),
            lessThanOrEqualTo((double) latency.getMax())));
  }

  private static Map<String, Long> counters(MetricQueryResults metrics) {
    Map<String, Long> counters = new TreeMap<>();
    metrics
        .getCounters()
        .forEach(
            counter -> {
              String name = counter.getName().getNamespace() + " " + counter.getName().getName();
              counters.merge(name, counter.getAttempted(), Long::sum);
            });
    return counters;
  }

  private static MetricQueryResults run(Path input, Results results, String runner)
      throws IOException {
    String[] words = {
      "--input=" + input,
      "--output=" + results.directory(),
      "--endpoint=simulated",
      "--simLatency=fixed:20ms",
      "--simRequestsPerMinute=3000",
      "--simFaults=429:0.1,500:0.05",
      "--dagsPerCall=1"
    };
    DagscribeOptions options =
        CommandLine.parse(
                Stream.concat(Stream.of(words), Stream.of(runner.split(" ")))
                    .toArray(String[]::new))
            .options();
    FileSystems.setDefaultPipelineOptions(options);
    RunConfig config = RunConfig.from(options);
    InputFiles files = InputCheck.files(config.files());
    try (SimulatedServer server = SimulatedServers.start(config.simulatedServer())) {
      Pipeline pipeline = Pipeline.create(options);
      new Planner(config, options, files, server.baseUrl(), Instant.now()).graph().addTo(pipeline);
      PipelineResult result = pipeline.run();
      result.waitUntilFinish();
      return result.metrics().queryMetrics(MetricsFilter.builder().build());
    }
  }
}
