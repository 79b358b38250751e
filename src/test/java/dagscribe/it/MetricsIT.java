package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.cli.SimulatedServers;
import dagscribe.graph.JobScope;
import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import dagscribe.options.RunConfig;
import dagscribe.plan.InputCheck;
import dagscribe.plan.InputFiles;
import dagscribe.plan.Planner;
import dagscribe.runner.Runners;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Corpus;
import dagscribe.testing.Results;
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
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beam's metrics say what the report says. */
class MetricsIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"--runner=DirectRunner", "--runner=FlinkRunner --flinkMaster=[local]"})
  void metrics_agreeWithTheReport(String runner) throws IOException {
    Path input = Corpus.madeUp(folder, 100);
    Results results = new Results(folder.resolve("out"));
    MetricQueryResults metrics = run(input, results, runner);
    MetricsCheck.agree(numbers(metrics), results.report());
    checkLatency(metrics);
  }

  private static void checkLatency(MetricQueryResults metrics) {
    DistributionResult latency = metrics.getDistributions().iterator().next().getAttempted();
    assertThat(latency.getMin(), greaterThanOrEqualTo(20L));
    assertThat(
        latency.getMean(),
        allOf(
            greaterThanOrEqualTo((double) latency.getMin()),
            lessThanOrEqualTo((double) latency.getMax())));
  }

  private static Map<String, Long> numbers(MetricQueryResults metrics) {
    Map<String, Long> numbers = new TreeMap<>();
    metrics.getCounters().forEach(one -> numbers.merge(name(one), one.getAttempted(), Long::sum));
    metrics.getGauges().forEach(one -> numbers.put(name(one), one.getAttempted().getValue()));
    metrics
        .getDistributions()
        .forEach(
            one -> {
              numbers.put(name(one) + " count", one.getAttempted().getCount());
              numbers.put(name(one) + " sum", one.getAttempted().getSum());
            });
    return numbers;
  }

  private static String name(MetricResult<?> metric) {
    return metric.getName().getNamespace() + " " + metric.getName().getName();
  }

  private static MetricQueryResults run(Path input, Results results, String runner)
      throws IOException {
    String[] words = {
      "--input=" + input,
      "--output=" + results.directory(),
      "--endpoint=simulated",
      "--simLatency=fixed:20ms",
      "--simRequestsPerMinute=3000",
      "--simFaults=429@40-42,500@20-21",
      "--dagsPerCall=1"
    };
    CommandLine line =
        CommandLine.parse(
            Stream.concat(Stream.of(words), Stream.of(runner.split(" "))).toArray(String[]::new));
    DagscribeOptions options = line.options();
    Runners.complete(options, line.given());
    FileSystems.setDefaultPipelineOptions(options);
    RunConfig config = RunConfig.from(options);
    InputFiles files = InputCheck.files(config.files());
    try (SimulatedServer server = SimulatedServers.start(config.simulatedServer())) {
      Pipeline pipeline = Pipeline.create(options);
      new Planner(config, options, files, server.baseUrl(), Instant.now())
          .graph()
          .addTo(pipeline, JobScope.ANYWHERE);
      PipelineResult result = pipeline.run();
      result.waitUntilFinish();
      return result.metrics().queryMetrics(MetricsFilter.builder().build());
    }
  }
}
