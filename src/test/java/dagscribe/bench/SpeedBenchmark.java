package dagscribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dagscribe.testing.process.Program;
import dagscribe.testing.process.SimulatorProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whole processes against a server that takes 3 s for each call: what is not waiting for it. */
final class SpeedBenchmark {

  private static final int RUNS = 3;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final String input;

  SpeedBenchmark(Path folder, String input) {
    this.folder = folder;
    this.input = Path.of(input).toAbsolutePath().toString();
  }

  String run(String dagsPerCall, String workers) throws Exception {
    List<String> rows = new ArrayList<>();
    rows.add("| runner | process | first call to last answer | calls | most in flight |");
    rows.add("| --- | --- | --- | --- | --- |");
    try (SimulatorProcess server = SimulatorProcess.start(folder, "--simLatency=fixed:3s")) {
      for (int run = 0; run < RUNS; run++) {
        rows.add(row("direct", server, dagsPerCall, workers));
        rows.add(row("flink-local", server, dagsPerCall, workers));
      }
    }
    return String.join("\n", rows);
  }

  private String row(String runner, SimulatorProcess server, String dagsPerCall, String workers)
      throws Exception {
    Path output = Files.createTempDirectory(folder, runner);
    List<String> words =
        List.of(
            "@" + Program.home().resolve("runner-configs/" + runner + ".args"),
            "--input=" + input,
            "--output=" + output,
            "--endpoint=" + server.url(),
            "--cache=none",
            "--dagsPerCall=" + dagsPerCall,
            "--workers=" + workers);
    long start = System.nanoTime();
    try (Program job = Program.start(folder, words)) {
      Program.Ended ended = job.join();
      if (ended.code() != 0) {
        throw new IllegalStateException(ended.err());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    JsonNode report = JSON.readTree(output.resolve("report.json").toFile());
    return String.format(
        "| %s | %.2f s | %.2f s | %d | %d |",
        runner,
        seconds,
        report.path("inFlight").path("spanSeconds").asDouble(),
        report.path("calls").path("sent").asLong(),
        report.path("inFlight").path("most").asLong());
  }
}
