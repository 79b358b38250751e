package dagscribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.testing.Results;
import dagscribe.testing.process.Doubts;
import dagscribe.testing.process.Moments;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One run on two TaskManagers, of which one is killed and replaced again and again: which sources
 * were paid for twice, and whether the log of calls had them open in a killed process.
 */
final class LostWorkers {

  private static final String PACKING = "--dagsPerCall=2";

  /** Calls in flight over both TaskManagers. */
  private static final int WORKERS = 8;

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Stage stage;
  private final Path input;
  private final Results results;
  private final Doubts doubts;
  private final List<String> rows = new ArrayList<>();

  private LostWorkers(Stage stage, Path input) {
    this.stage = stage;
    this.input = input;
    results = stage.results("out");
    doubts = new Doubts(Path.of(results.directory() + ".sqlite"));
  }

  static String run(Path input, int kills) throws IOException, InterruptedException {
    try (Stage stage = Stage.start(2, "--simLatency=fixed:1s")) {
      return new LostWorkers(stage, input).table(kills);
    }
  }

  private String table(int kills) throws IOException, InterruptedException {
    Results undisturbed = stage.results("undisturbed");
    end(Program.start(stage.folder(), stage.direct(input, undisturbed, PACKING)));
    long calls = stage.server().stats().path("calls").asLong();
    stage.server().reset();
    rows.add("| kill | calls billed | open on the server | in doubt |");
    rows.add("| --- | --- | --- | --- |");
    Program job = stage.submit(stage.words(input, results, PACKING, "--workers=" + WORKERS));
    for (int kill = 1; kill <= kills; kill++) {
      awaitBilled(job, kill * calls / (kills + 1));
      kill(kill);
    }
    end(job);
    rows.add("");
    rows.add("ids equal to DirectRunner's: " + results.ids().equals(undisturbed.ids()));
    rows.add("ledger: " + results.report().path("ledger"));
    rows.add(bills());
    return String.join("\n", rows);
  }

  private void awaitBilled(Program job, long calls) throws IOException, InterruptedException {
    while (stage.server().stats().path("billedCalls").asLong() < calls) {
      if (!job.isAlive()) {
        throw new IllegalStateException("ended before the last kill: " + job.said());
      }
      Moments.pass();
    }
  }

  /** Kills the older of the TaskManagers. */
  private void kill(int number) throws IOException, InterruptedException {
    JsonNode stats = stage.server().stats();
    stage.cluster().taskManagers().get(0).destroyForcibly().onExit().join();
    int inDoubt = doubts.learn();
    rows.add(
        String.format(
            "| %d | %d | %d | %d |",
            number, stats.path("billedCalls").asLong(), stats.path("inFlight").asLong(), inDoubt));
    stage.cluster().startTaskManager();
  }

  private String bills() throws IOException, InterruptedException {
    Map<String, Long> bills = new HashMap<>();
    stage
        .server()
        .dags()
        .forEach(dag -> bills.put(dag.path("sha256").asText(), dag.path("billed").asLong()));
    Set<String> again = new HashSet<>();
    bills.forEach(
        (source, times) -> {
          if (times > 1) {
            again.add(source);
          }
        });
    Set<String> unexplained = new HashSet<>(again);
    unexplained.removeAll(doubts.sources(input));
    return String.format(
        "sources billed %d, bills %d, billed again %d, of which never in doubt %d; calls in doubt %d",
        bills.size(),
        bills.values().stream().mapToLong(Long::longValue).sum(),
        again.size(),
        unexplained.size(),
        doubts.calls());
  }

  private static void end(Program program) throws IOException, InterruptedException {
    try (program) {
      Program.Ended ended = program.join(PATIENCE);
      if (ended.code() != 0) {
        throw new IllegalStateException(ended.toString());
      }
    }
  }
}
