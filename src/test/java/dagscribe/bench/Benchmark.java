package dagscribe.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one of the {@link Kind benchmarks}, with the words that follow it, and prints a table. */
public final class Benchmark {

  private Benchmark() {}

  /** What can be run. */
  private enum Kind {
    /** [SECONDS]: each limit of an account binds once. */
    LIMITS(words -> limits(words, 1, 1, Binding.REQUESTS, Binding.INPUT, Binding.OUTPUT)),
    /** [SECONDS]: four processes on one account. */
    SHARED(words -> limits(words, 4, 1, Binding.REQUESTS, Binding.SLOW_REQUESTS)),
    /** [SECONDS]: the limits are halved, or doubled, half way. */
    CHANGED(Benchmark::changed),
    /** CORPUS: what is sent of a DAG. */
    COMPACTION(words -> CompactionBenchmark.run(Path.of(words.get(0)))),
    /** FILE [DAGS_PER_CALL [WORKERS]]: whole processes. */
    SPEED(Benchmark::speed),
    /** JOBS: one after the other on one TaskManager. */
    JOBS(words -> JobsInARow.run(Integer.parseInt(words.get(0)))),
    /** FILE: a cluster in each of the ways to submit a job. */
    SUBMISSIONS(words -> Submissions.run(Path.of(words.get(0)))),
    /** FILE KILLS: a cluster whose TaskManagers are killed. */
    KILLS(words -> LostWorkers.run(Path.of(words.get(0)), Integer.parseInt(words.get(1)))),
    /** [SECONDS]: two TaskManagers on one account. */
    ACCOUNT(words -> new SharedAccount(seconds(words)).run());

    private final Body body;

    Kind(Body body) {
      this.body = body;
    }
  }

  /** Runs, and gives a table. */
  private interface Body {
    String run(List<String> words) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    List<String> words = args.length > 0 ? Arrays.asList(args) : List.of("limits");
    for (Kind kind : Kind.values()) {
      if (kind.name().equalsIgnoreCase(words.get(0))) {
        System.out.println(kind.body.run(words.subList(1, words.size())));
        return;
      }
    }
    throw new IllegalArgumentException("no such benchmark: " + words.get(0));
  }

  private static int seconds(List<String> words) {
    return words.isEmpty() ? 300 : Integer.parseInt(words.get(0));
  }

  private static String speed(List<String> words) throws Exception {
    SpeedBenchmark speed = new SpeedBenchmark(Files.createTempDirectory("speed"), words.get(0));
    return speed.run(words.size() > 1 ? words.get(1) : "5", words.size() > 2 ? words.get(2) : "20");
  }

  private static String limits(List<String> words, int processes, double factor, Binding... binding)
      throws Exception {
    LimitsBenchmark limits =
        new LimitsBenchmark(Files.createTempDirectory("limits"), seconds(words));
    return table(
        Arrays.stream(binding)
            .map(each -> (Callable<String>) () -> limits.run(each, processes, factor))
            .toList());
  }

  private static String changed(List<String> words) throws Exception {
    LimitsBenchmark limits =
        new LimitsBenchmark(Files.createTempDirectory("changed"), seconds(words));
    return table(
        List.of(
            () -> limits.run(Binding.REQUESTS, 1, 0.5), () -> limits.run(Binding.REQUESTS, 1, 2)));
  }

  /** The runs of one table share the machine, since they wait more than they compute. */
  private static String table(List<Callable<String>> runs) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(runs.size());
    try {
      StringBuilder table = new StringBuilder(Observation.heading());
      for (Future<String> row : threads.invokeAll(runs)) {
        table.append('\n').append(row.get());
      }
      return table.toString();
    } finally {
      threads.shutdownNow();
    }
  }
}
