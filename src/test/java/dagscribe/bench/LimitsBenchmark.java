package dagscribe.bench;

import dagscribe.testing.process.Program;
import dagscribe.testing.process.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The real job on an account that is too small for its work, nothing configured: how much of the
 * binding limit it uses once it has started, and how many calls are refused.
 */
final class LimitsBenchmark {

  private final Path folder;
  private final int seconds;

  /**
   * @param seconds length of each run, the start included
   */
  LimitsBenchmark(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /** Runs so many processes on one account, and changes its limits half way. */
  String run(Binding binding, int processes, double factor) throws Exception {
    Path place = folder.resolve(binding + "-" + processes + "-" + factor);
    if (!place.toFile().mkdirs()) {
      throw new IOException("cannot make " + place);
    }
    try (SimulatorProcess server = SimulatorProcess.start(place, binding.simulator())) {
      List<Program> jobs = new ArrayList<>();
      try {
        for (int number = 0; number < processes; number++) {
          jobs.add(job(place, server, binding, number));
        }
        String row = new Observation(server, binding, seconds, factor).row(jobs);
        return processes == 1 ? row : row + " shares " + shares(place, processes);
      } finally {
        jobs.forEach(Program::close);
      }
    }
  }

  /** What each process has got, as a share of all, from the answers in its cache. */
  private static List<String> shares(Path place, int processes) throws SQLException {
    List<Long> counts = new ArrayList<>();
    for (int number = 0; number < processes; number++) {
      String url = "jdbc:sqlite:" + place.resolve(number + ".sqlite");
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement();
          ResultSet found = statement.executeQuery("SELECT count(*) FROM answers")) {
        counts.add(found.getLong(1));
      }
    }
    double sum = counts.stream().mapToLong(Long::longValue).sum();
    return counts.stream().map(count -> String.format("%.3f", count / sum)).toList();
  }

  private Program job(Path place, SimulatorProcess server, Binding binding, int number)
      throws IOException {
    int records = 8_000;
    Path input = Load.write(place.resolve(number + ".jsonl"), "owner" + number, records);
    List<String> words =
        List.of(
            "--input=" + input,
            "--output=" + place.resolve("out" + number),
            "--endpoint=" + server.url(),
            binding.packing(),
            "--cache=sqlite:" + place.resolve(number + ".sqlite"));
    return Program.start(place, words);
  }
}
