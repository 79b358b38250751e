package dagscribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.testing.process.Program;
import dagscribe.testing.process.SimulatorProcess;
import java.util.List;
import java.util.Locale;

/**
 * What a simulated server sees while jobs are at work on an account: how much of the binding limit
 * is used once they have started, and how many calls are refused.
 *
 * @param seconds length, the start included; the same again after the limits have changed
 * @param factor what the limits are multiplied with half way; 1 to leave them
 */
record Observation(SimulatorProcess server, Binding binding, int seconds, double factor) {

  /** A minute's credit is saved up at the start; what is used of it is no steady state. */
  private static final int START_SECONDS = 120;

  /** The names of the columns. */
  static String heading() {
    return "| binds | jobs | limit times | first minute | steady | calls | 429 | share | steady again |\n"
        + "| --- | --- | --- | --- | --- | --- | --- | --- | --- |";
  }

  /** Looks on, and gives a row. */
  String row(List<Program> jobs) throws Exception {
    while (Second.all(server.series()).isEmpty() && jobs.stream().allMatch(Program::isAlive)) {
      Thread.sleep(500);
    }
    Thread.sleep(seconds * 1000L);
    long event = -1;
    if (factor != 1) {
      event = last(Second.all(server.series())) + 1;
      server.changeLimits(binding.limits().times(factor).json());
      Thread.sleep(seconds * 1000L);
    }
    if (!jobs.stream().allMatch(Program::isAlive)) {
      throw new IllegalStateException("a job ended too early: " + jobs.get(0).said());
    }
    return line(jobs.size(), event);
  }

  private String line(int jobs, long event) throws Exception {
    List<Second> series = Second.all(server.series());
    JsonNode stats = server.stats();
    long first = series.get(0).epochSecond();
    long last = last(series);
    double limit = binding.perMinute(binding.limits());
    Use use = binding.use(series);
    long calls = stats.path("calls").asLong();
    long refused = stats.path("rateLimited").asLong();
    return String.format(
        "| %s | %d | %.1f | %.2f | %.4f | %d | %d | %.2f %% | %s |",
        binding.name().toLowerCase(Locale.ROOT),
        jobs,
        factor,
        use.share(first, first + 60, limit),
        use.share(first + START_SECONDS, event < 0 ? last : event, limit),
        calls,
        refused,
        100.0 * refused / Math.max(1, calls),
        event < 0 ? "–" : use.secondsUntilSteady(event, last, limit * factor) + " s");
  }

  private static long last(List<Second> series) {
    return series.get(series.size() - 1).epochSecond();
  }
}
