package dagscribe.bench;

import dagscribe.testing.cluster.FlinkRest;
import dagscribe.testing.cluster.Footprint;
import dagscribe.testing.cluster.Programs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Jobs one after the other on the same TaskManager, and what it holds after each. */
final class JobsInARow {

  private static final int DAGS = 40;

  /** Longer than idle threads of the HTTP client live. */
  private static final Duration REST = Duration.ofSeconds(75);

  private JobsInARow() {}

  static String run(int jobs) throws IOException, InterruptedException {
    StringBuilder table =
        new StringBuilder("| job | ended | metaspace | loaders | threads | sockets |");
    table.append("\n| --- | --- | --- | --- | --- | --- |");
    try (Stage stage = Stage.start(1, "--simLatency=fixed:100ms")) {
      Path input = Load.write(stage.folder().resolve("in.jsonl"), "owner", DAGS);
      FlinkRest rest = stage.cluster().rest();
      String jar = rest.upload(Programs.jar());
      for (int job = 1; job <= jobs; job++) {
        var words = stage.words(input, stage.results("out" + job));
        String id = FlinkRest.json(rest.run(jar, words)).path("jobid").asText();
        String state = stage.cluster().jobs().awaitEnd(id);
        table.append(row(Integer.toString(job), state, taskManager(stage)));
      }
      Thread.sleep(REST.toMillis());
      table.append(row(REST.toSeconds() + " s later", "", taskManager(stage)));
    }
    return table.toString();
  }

  private static Footprint taskManager(Stage stage) {
    return Footprint.of(stage.folder(), stage.cluster().taskManagers().get(0));
  }

  private static String row(String job, String state, Footprint held) {
    return String.format(
        "%n| %s | %s | %.1f MiB | %d | %d | %d |",
        job,
        state,
        held.metaspaceKib() / 1024.0,
        held.jobLoaders(),
        held.threads(),
        held.sockets());
  }
}
