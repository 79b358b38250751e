package dagscribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.process.Program;
import dagscribe.process.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The real job on an account that is too small for its work, nothing configured: how much of the
 * binding limit it uses once it has started, and how many calls are refused.
 */
final class LimitsBenchmark {

  /** A minute's credit is saved up at the start; what is used of it is no steady state. */
  private static final int START_SECONDS = 120;

  private final Path folder;
  private final int seconds;

  /**
   * @param seconds length of each run, the start included
   */
  LimitsBenchmark(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /** One limit of an account that binds, and the work that makes it bind. */
  enum Binding {
    REQUESTS(new Limits(600, 10_000_000, 10_000_000), Second::requests, 1, "model"),
    INPUT(new Limits(100_000, 400_000, 10_000_000), Second::inputTokens, 3, "model"),
    OUTPUT(new Limits(100_000, 10_000_000, 60_000), Second::outputTokens, 3, "model"),
    /** Each answer takes so long that what it tells is old. */
    SLOW_REQUESTS(new Limits(300, 10_000_000, 10_000_000), Second::requests, 1, "fixed:8s");

    private final Limits limits;
    private final ToLongFunction<Second> units;
    private final int dagsPerCall;
    private final String latency;

    Binding(Limits limits, ToLongFunction<Second> units, int dagsPerCall, String latency) {
      this.limits = limits;
      this.units = units;
      this.dagsPerCall = dagsPerCall;
      this.latency = latency;
    }

    private double perMinute(Limits of) {
      return switch (this) {
        case REQUESTS, SLOW_REQUESTS -> of.requests();
        case INPUT -> of.inputTokens();
        case OUTPUT -> of.outputTokens();
      };
    }
  }

  /** Runs so many processes on one account, and changes its limits half way. */
  String run(Binding binding, int processes, double factor) throws Exception {
    Path place = folder.resolve(binding + "-" + processes + "-" + factor);
    if (!place.toFile().mkdirs()) {
      throw new IOException("cannot make " + place);
    }
    try (SimulatorProcess server =
        SimulatorProcess.start(place, binding.limits.words(binding.latency))) {
      List<Program> jobs = new ArrayList<>();
      try {
        for (int number = 0; number < processes; number++) {
          jobs.add(job(place, server, binding, number));
        }
        String row = observe(server, jobs, binding, factor);
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
            "--dagsPerCall=" + binding.dagsPerCall,
            "--cache=sqlite:" + place.resolve(number + ".sqlite"));
    return Program.start(place, words);
  }

  private String observe(
      SimulatorProcess server, List<Program> jobs, Binding binding, double factor)
      throws Exception {
    while (Second.all(server.series()).isEmpty() && jobs.stream().allMatch(Program::isAlive)) {
      Thread.sleep(500);
    }
    Thread.sleep(seconds * 1000L);
    long changed = last(Second.all(server.series()));
    long event = -1;
    Limits limits = binding.limits;
    if (factor != 1) {
      limits = limits.times(factor);
      server.changeLimits(limits.json());
      Thread.sleep(seconds * 1000L);
      event = changed + 1;
    }
    if (!jobs.stream().allMatch(Program::isAlive)) {
      throw new IllegalStateException("a job ended too early: " + jobs.get(0).said());
    }
    return line(server, binding, jobs.size(), factor, event);
  }

  private String line(
      SimulatorProcess server, Binding binding, int processes, double factor, long event)
      throws Exception {
    List<Second> series = Second.all(server.series());
    JsonNode stats = server.stats();
    long first = series.get(0).epochSecond();
    long last = last(series);
    long steadyEnd = event < 0 ? last : event;
    Use use = new Use(series, binding.units);
    long calls = stats.path("calls").asLong();
    long refused = stats.path("rateLimited").asLong();
    String back =
        event < 0
            ? "–"
            : use.secondsUntilSteady(event, last, binding.perMinute(binding.limits.times(factor)))
                + " s";
    return String.format(
        "| %s | %d | %.1f | %.2f | %.4f | %d | %d | %.2f %% | %s |",
        binding.name().toLowerCase(java.util.Locale.ROOT),
        processes,
        factor,
        use.share(first, first + 60, binding.perMinute(binding.limits)),
        use.share(first + START_SECONDS, steadyEnd, binding.perMinute(binding.limits)),
        calls,
        refused,
        100.0 * refused / Math.max(1, calls),
        back);
  }

  private static long last(List<Second> series) {
    return series.get(series.size() - 1).epochSecond();
  }

  static String heading() {
    return "| binds | processes | limit times | first minute | steady | calls | 429 | share | steady again |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |";
  }

  static Stream<Binding> bindings() {
    return Stream.of(Binding.REQUESTS, Binding.INPUT, Binding.OUTPUT);
  }
}
