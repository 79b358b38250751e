package dagscribe.bench;

import dagscribe.bench.LimitsBenchmark.Binding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Runs benchmarks and prints a table: {@code limits [SECONDS]}, {@code shared [SECONDS]}, {@code
 * changed [SECONDS]}, {@code compaction CORPUS}, {@code speed FILE [DAGS_PER_CALL [WORKERS]]}. The
 * runs of one table share the machine, since they wait more than they compute.
 */
public final class Benchmark {

  private Benchmark() {}

  public static void main(String[] args) throws Exception {
    String which = args.length > 0 ? args[0] : "limits";
    if (which.equals("compaction")) {
      System.out.println(CompactionBenchmark.run(Path.of(args[1])));
      return;
    }
    if (which.equals("speed")) {
      SpeedBenchmark speed = new SpeedBenchmark(Files.createTempDirectory(which), args[1]);
      System.out.println(
          speed.run(args.length > 2 ? args[2] : "5", args.length > 3 ? args[3] : "20"));
      return;
    }
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 300;
    LimitsBenchmark limits = new LimitsBenchmark(Files.createTempDirectory(which), seconds);
    List<Callable<String>> runs =
        switch (which.toLowerCase(Locale.ROOT)) {
          case "limits" -> rows(LimitsBenchmark.bindings().map(b -> () -> limits.run(b, 1, 1)));
          case "shared" ->
              rows(
                  Stream.of(
                      () -> limits.run(Binding.REQUESTS, 4, 1),
                      () -> limits.run(Binding.SLOW_REQUESTS, 4, 1)));
          case "changed" ->
              rows(
                  Stream.of(
                      () -> limits.run(Binding.REQUESTS, 1, 0.5),
                      () -> limits.run(Binding.REQUESTS, 1, 2)));
          default -> throw new IllegalArgumentException("no such benchmark: " + which);
        };
    print(runs);
  }

  private static List<Callable<String>> rows(Stream<Callable<String>> rows) {
    return rows.toList();
  }

  private static void print(List<Callable<String>> runs) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(runs.size());
    try {
      List<Future<String>> rows = threads.invokeAll(runs);
      System.out.println(LimitsBenchmark.heading());
      for (Future<String> row : rows) {
        System.out.println(row.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
