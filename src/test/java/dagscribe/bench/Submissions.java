package dagscribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkRest;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The same DAGs in one process, and on two TaskManagers in each of the ways to submit a job. */
final class Submissions {

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final Stage stage;
  private final Path input;

  private Submissions(Stage stage, Path input) {
    this.stage = stage;
    this.input = input;
  }

  static String run(Path input) throws IOException, InterruptedException {
    try (Stage stage = Stage.start(2, "--simLatency=fixed:300ms")) {
      return new Submissions(stage, input).table();
    }
  }

  private String table() throws IOException, InterruptedException {
    List<String> rows = new ArrayList<>();
    rows.add("| submitted by | seconds | calls | read | by destination | balanced | ids |");
    rows.add("| --- | --- | --- | --- | --- | --- | --- |");
    Results direct = stage.results("direct");
    rows.add(row("nobody: DirectRunner", direct, direct, this::inOneProcess));
    rows.add(row("java -jar", stage.results("java"), direct, this::ownMain));
    rows.add(row("flink run", stage.results("flink"), direct, this::flinkRun));
    rows.add(row("upload", stage.results("upload"), direct, this::upload));
    return String.join("\n", rows);
  }

  /** Runs the job to its end. */
  private interface Way {
    void run(Results results) throws IOException, InterruptedException;
  }

  private String row(String name, Results results, Results expected, Way way)
      throws IOException, InterruptedException {
    stage.server().reset();
    long start = System.nanoTime();
    way.run(results);
    double seconds = (System.nanoTime() - start) / 1e9;
    JsonNode ledger = results.report().path("ledger");
    Map<String, Set<String>> ids = results.ids();
    List<String> counts =
        ids.entrySet().stream().map(each -> each.getKey() + " " + each.getValue().size()).toList();
    return String.format(
        "| %s | %.1f | %d | %d | %s | %s | %s |",
        name,
        seconds,
        stage.server().stats().path("calls").asLong(),
        ledger.path("read").asLong(),
        String.join(", ", counts),
        ledger.path("balanced").asBoolean(),
        ids.equals(expected.ids()) ? "equal" : "DIFFER");
  }

  private void inOneProcess(Results results) throws IOException, InterruptedException {
    await(Program.start(stage.folder(), stage.direct(input, results)));
  }

  private void ownMain(Results results) throws IOException, InterruptedException {
    await(stage.submit(stage.words(input, results)));
  }

  private void flinkRun(Results results) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(Programs.jar().toString()));
    words.addAll(stage.words(input, results));
    await(Programs.flink(stage.cluster(), stage.folder(), "run", words.toArray(String[]::new)));
  }

  private void upload(Results results) throws IOException {
    FlinkRest rest = stage.cluster().rest();
    String jar = rest.upload(Programs.jar());
    String job = FlinkRest.json(rest.run(jar, stage.words(input, results))).path("jobid").asText();
    String state = stage.cluster().jobs().awaitEnd(job, PATIENCE);
    if (!state.equals("FINISHED")) {
      throw new IllegalStateException(state);
    }
  }

  private static void await(Program program) throws IOException, InterruptedException {
    try (program) {
      Program.Ended ended = program.join(PATIENCE);
      if (ended.code() != 0) {
        throw new IllegalStateException(ended.toString());
      }
    }
  }
}
