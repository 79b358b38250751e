package dagscribe.bench;

import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkCluster;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.process.Program;
import dagscribe.testing.process.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Flink cluster and a simulated server, each in processes of their own, and jobs on them. */
record Stage(Path folder, FlinkCluster cluster, SimulatorProcess server) implements AutoCloseable {

  /**
   * Starts both.
   *
   * @param simulator words of the simulated server
   */
  static Stage start(int taskManagers, String... simulator)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cluster");
    SimulatorProcess server = SimulatorProcess.start(folder, simulator);
    try {
      return new Stage(
          folder, FlinkCluster.start(folder, taskManagers, Map.of(), Map.of()), server);
    } catch (IOException | RuntimeException | AssertionError e) {
      server.close();
      throw e;
    }
  }

  /** A place for what a run writes. */
  Results results(String name) {
    return new Results(folder.resolve(name));
  }

  /** The words of a run on the cluster, with a cache of its own. */
  List<String> words(Path input, Results results, String... more) {
    Stream<String> where =
        Stream.of(
            "--runner=FlinkRunner",
            "--flinkMaster=" + cluster.address(),
            "--parallelism=" + cluster.taskManagers().size() * FlinkCluster.SLOTS,
            "--cache=sqlite:" + results.directory() + ".sqlite");
    return Stream.of(where, run(input, results), Stream.of(more)).flatMap(each -> each).toList();
  }

  /** The words of a run in one process. */
  List<String> direct(Path input, Results results, String... more) {
    Stream<String> where = Stream.of("--cache=memory");
    return Stream.of(where, run(input, results), Stream.of(more)).flatMap(each -> each).toList();
  }

  private Stream<String> run(Path input, Results results) {
    return Stream.of(
        "--input=" + input.toAbsolutePath(),
        "--output=" + results.directory(),
        "--endpoint=" + server.url(),
        "--maxFailures=1000000");
  }

  /** Starts {@code java -jar dagscribe.jar} with these words. */
  Program submit(List<String> words) throws IOException {
    return Programs.dagscribe(folder, words.toArray(String[]::new));
  }

  @Override
  public void close() {
    cluster.close();
    server.close();
  }
}
