package dagscribe.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dagscribe.testing.Corpus;
import dagscribe.testing.Results;
import dagscribe.testing.process.Doubts;
import dagscribe.testing.process.Moments;
import dagscribe.testing.process.Program;
import dagscribe.testing.process.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Starts the same command again and again, kills it at a random moment with SIGKILL, lets it end at
 * last, and tells what was paid for twice. The simulated API is a process of its own and knows what
 * it billed.
 *
 * <p>The long form: {@code java -cp target/test-classes:target/dagscribe.jar dagscribe.it.KillLoop
 * FOLDER KILLS DAGS SEED}, with the project as the working directory.
 */
final class KillLoop {

  static final int WORKERS = 4;

  private static final List<String> RUNNERS = List.of("DirectRunner", "FlinkRunner");

  /** A run of a few DAGs takes about so long, start included. */
  private static final int MAX_MILLIS = 12_000;

  private final Path folder;
  private final Path input;
  private final int dags;
  private final Random random;
  private final List<Kill> kills = new ArrayList<>();
  private final Doubts doubts;
  private final Set<String> named = new HashSet<>();
  private final Map<String, Long> sent = new HashMap<>();

  /**
   * One kill.
   *
   * @param runner what ran
   * @param calls calls the server had got from this process
   * @param inFlight calls that were open on the server just before
   * @param inDoubt calls that the log has open because of it
   */
  record Kill(String runner, long calls, long inFlight, int inDoubt) {}

  /**
   * What came of it.
   *
   * @param kills every kill
   * @param billedAgain sources that were billed more than once
   * @param neverInDoubt those of them that were in no call that was open at a kill
   * @param sentBefore sources that the server had sent whole just before a kill, and that were
   *     billed again: the program had not stored them yet, or not even read them
   * @param named calls in doubt that reports of runs that ended have named
   * @param sameOutputs whether the outputs are those of an undisturbed run
   * @param distinct sources that were billed at all
   * @param bills bills of sources, all in all
   * @param stats what the server counted
   */
  record Outcome(
      List<Kill> kills,
      int billedAgain,
      int neverInDoubt,
      long sentBefore,
      int named,
      boolean sameOutputs,
      int distinct,
      long bills,
      JsonNode stats) {

    int inDoubt() {
      return kills.stream().mapToInt(Kill::inDoubt).sum();
    }
  }

  KillLoop(Path folder, Path input, int dags, long seed) {
    this.folder = folder;
    this.input = input;
    this.dags = dags;
    this.random = new Random(seed);
    this.doubts = new Doubts(cacheFile("killed"));
  }

  /** Kills so often, and lets the command end. */
  Outcome run(int times) throws IOException, InterruptedException {
    try (SimulatorProcess server = SimulatorProcess.start(folder, "--simLatency=fixed:400ms")) {
      Map<String, String> expected = undisturbed(server);
      server.reset();
      Results results = new Results(folder.resolve("out"));
      for (int i = 0; kills.size() < times; i++) {
        kill(server, RUNNERS.get(i % RUNNERS.size()), results, Math.max(2, dags / times));
      }
      try (Program last = start(server, RUNNERS.get(0), results, "killed")) {
        Program.Ended ended = last.join();
        if (ended.code() != 0) {
          throw new AssertionError("the last run failed: " + ended);
        }
      }
      return outcome(server, results, lines(results).equals(expected));
    }
  }

  private Map<String, String> undisturbed(SimulatorProcess server)
      throws IOException, InterruptedException {
    Results results = new Results(folder.resolve("undisturbed"));
    try (Program program = start(server, RUNNERS.get(0), results, "undisturbed")) {
      Program.Ended ended = program.join();
      if (ended.code() != 0) {
        throw new AssertionError("the undisturbed run failed: " + ended);
      }
    }
    return lines(results);
  }

  private void kill(SimulatorProcess server, String runner, Results results, int maxCalls)
      throws IOException, InterruptedException {
    long before = server.stats().path("calls").asLong();
    boolean byCalls = random.nextInt(4) > 0;
    long calls = before + 1 + random.nextInt(maxCalls);
    long deadline = System.nanoTime() + random.nextInt(MAX_MILLIS) * 1_000_000L;
    try (Program program = start(server, runner, results, "killed")) {
      JsonNode stats = server.stats();
      while (program.isAlive()
          && (byCalls ? stats.path("calls").asLong() < calls : System.nanoTime() < deadline)) {
        Moments.pass();
        stats = server.stats();
      }
      noteDelivered(server);
      boolean killed = program.isAlive();
      program.close();
      if (isDone(results)) {
        // It was too late, or the last moment: what is done is refused to be done again.
        learnNames(results);
        MoreFiles.deleteRecursively(results.directory(), RecursiveDeleteOption.ALLOW_INSECURE);
      }
      if (!killed) {
        return;
      }
      int inDoubt = doubts.learn();
      kills.add(
          new Kill(
              runner,
              stats.path("calls").asLong() - before,
              stats.path("inFlight").asLong(),
              inDoubt));
    }
    checkWhole(results);
  }

  /** Remembers what the server has sent whole by now, and how often it has billed it. */
  private void noteDelivered(SimulatorProcess server) throws IOException, InterruptedException {
    for (JsonNode dag : server.dags()) {
      if (dag.path("delivered").asLong() > 0) {
        sent.putIfAbsent(dag.path("sha256").asText(), dag.path("billed").asLong());
      }
    }
  }

  private void learnNames(Results results) {
    for (JsonNode call : results.report().path("inDoubt")) {
      named.add(call.path("call").asText());
    }
  }

  private static boolean isDone(Results results) {
    return Files.exists(results.directory().resolve("report.json"))
        && !Files.exists(results.directory().resolve(".dagscribe-unfinished"));
  }

  // A file is complete or absent: every line of every file must be JSON.
  private static void checkWhole(Results results) {
    if (Files.exists(results.directory())) {
      Results.destinations().forEach(results::lines);
    }
  }

  private Outcome outcome(SimulatorProcess server, Results results, boolean sameOutputs)
      throws IOException, InterruptedException {
    Map<String, Long> billed = new HashMap<>();
    server
        .dags()
        .forEach(dag -> billed.put(dag.path("sha256").asText(), dag.path("billed").asLong()));
    Set<String> again = new HashSet<>();
    billed.forEach(
        (hash, times) -> {
          if (times > 1) {
            again.add(hash);
          }
        });
    learnNames(results);
    Set<String> unexplained = new HashSet<>(again);
    unexplained.removeAll(doubts.sources(input));
    return new Outcome(
        List.copyOf(kills),
        again.size(),
        unexplained.size(),
        sent.entrySet().stream()
            .filter(dag -> billed.getOrDefault(dag.getKey(), 0L) > dag.getValue())
            .count(),
        named.size(),
        sameOutputs,
        billed.size(),
        billed.values().stream().mapToLong(Long::longValue).sum(),
        server.stats());
  }

  private Program start(SimulatorProcess server, String runner, Results results, String cache)
      throws IOException {
    return Program.start(
        folder,
        List.of(
            "--input=" + input,
            "--output=" + results.directory(),
            "--endpoint=" + server.url(),
            "--cache=sqlite:" + cacheFile(cache),
            "--minLines=0",
            "--basicOperators=none",
            "--dagsPerCall=2",
            "--workers=" + WORKERS,
            "--runner=" + runner));
  }

  private Path cacheFile(String name) {
    return folder.resolve(name + ".sqlite");
  }

  /** Where every record went and what it got, by id. */
  private static Map<String, String> lines(Results results) {
    Map<String, String> lines = new TreeMap<>();
    for (String destination : Results.destinations()) {
      for (JsonNode line : results.lines(destination)) {
        lines.put(
            line.path("source").path("line").asText(),
            destination
                + line.path("id")
                + line.path("duplicateOf")
                + line.path("instruction")
                + line.path("reason"));
      }
    }
    return lines;
  }

  /** The long form. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int dags = Integer.parseInt(args[2]);
    Path input = Corpus.write(folder, dags);
    Outcome outcome =
        new KillLoop(folder, input, dags, Long.parseLong(args[3])).run(Integer.parseInt(args[1]));
    Map<String, Integer> byRunner = new HashMap<>();
    outcome.kills().forEach(kill -> byRunner.merge(kill.runner(), 1, Integer::sum));
    outcome.kills().forEach(System.out::println);
    System.out.println("kills by runner       " + byRunner);
    System.out.println("calls in doubt        " + outcome.inDoubt() + ", named " + outcome.named());
    System.out.println("sources billed        " + outcome.distinct());
    System.out.println("bills of sources      " + outcome.bills());
    System.out.println("billed again          " + outcome.billedAgain());
    System.out.println("  never in doubt      " + outcome.neverInDoubt());
    System.out.println("  sent before a kill  " + outcome.sentBefore());
    System.out.println("outputs as expected   " + outcome.sameOutputs());
    System.out.println("server                " + outcome.stats());
  }
}
