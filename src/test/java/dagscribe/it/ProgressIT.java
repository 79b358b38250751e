package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Loopback;
import dagscribe.testing.Run;
import dagscribe.testing.process.Moments;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that takes a while says how far it is, on stderr only. */
class ProgressIT {

  private static final int DAGS = 40;
  private static final int CACHED = 8;

  private static final Pattern ASKING =
      Pattern.compile(
          "(?m)^dagscribe: .+ s: (\\d+) of (\\d+) DAGs answered, (\\d+) cached, (\\d+) in flight, .*$");

  @TempDir private Path folder;

  /** Both at once, as either waits ten seconds for its first line. */
  @Test
  void lines_tellHowFarTheRunIs() throws IOException, InterruptedException {
    fillCache();
    try (OfRunner direct = new OfRunner("DirectRunner");
        OfRunner flink = new OfRunner("FlinkRunner")) {
      direct.check();
      flink.check();
    }
  }

  /** Some answers for the cache; a run that is to say nothing says whom it asks, and no more. */
  private void fillCache() throws IOException {
    try (SimulatedServer server = Loopback.start(Duration.ZERO)) {
      String[] words =
          words(server, write("some.jsonl", CACHED), "filled", "--progress=none")
              .toArray(String[]::new);
      Run run = Run.main(words);
      assertThat(run.err(), is("dagscribe: asks " + server.baseUrl() + System.lineSeparator()));
      assertThat(run.code(), is(0));
    }
  }

  /** A run with a server of its own, which is slow. */
  private final class OfRunner implements AutoCloseable {

    private final SimulatedServer server;
    private final Program program;

    OfRunner(String runner) throws IOException {
      server = Loopback.start(Duration.ofSeconds(5));
      Files.copy(folder.resolve("filled.sqlite"), folder.resolve(runner + ".sqlite"));
      List<String> words =
          words(
              server,
              write(runner + ".jsonl", DAGS),
              runner,
              "--progress=auto",
              "--workers=1",
              "--runner=" + runner);
      program = Program.start(folder, words);
    }

    void check() throws IOException, InterruptedException {
      while (program.isAlive() && !ASKING.matcher(program.err()).find()) {
        Moments.pass();
      }
      checkLines(program.err());
      program.signal("TERM");
      Program.Ended ended = program.join();
      assertThat(ended.err(), ended.code(), is(143));
      assertThat(ended.out(), not(containsString("dagscribe:")));
    }

    private void checkLines(String err) {
      assertThat(err, startsWith("dagscribe: asks " + server.baseUrl() + "\n"));
      assertThat(
          err.lines().skip(1).toList(),
          everyItem(
              matchesRegex("dagscribe: .+ s: (reading, \\d+ lines so far|.* DAGs answered, .*)")));
      List<MatchResult> lines = ASKING.matcher(err).results().toList();
      MatchResult last = lines.get(lines.size() - 1);
      assertThat(last.group(2), is(Integer.toString(DAGS - CACHED)));
      assertThat(last.group(3), is(Integer.toString(CACHED)));
      assertThat(last.group(4), is("1"));
      long billed = server.stats().dagsBilled();
      assertThat(
          "answered, of those billed", Long.valueOf(last.group(1)), lessThanOrEqualTo(billed));
    }

    @Override
    public void close() {
      program.close();
      server.close();
    }
  }

  private Path write(String name, int dags) throws IOException {
    List<String> lines = IntStream.range(0, dags).mapToObj(ProgressIT::line).toList();
    return Files.write(folder.resolve(name), lines);
  }

  private static String line(int number) {
    String task = "    PythonOperator(task_id='task_" + number + "')\\n";
    String source = "from airflow import DAG\\nwith DAG('dag_" + number + "') as dag:\\n";
    return "{\"content\":\"" + source + task.repeat(20) + "\"}";
  }

  /** The words of a run with files of this name. */
  private List<String> words(SimulatedServer server, Path input, String name, String... more) {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(
        List.of(
            "--input=" + input,
            "--output=" + folder.resolve(name),
            "--endpoint=" + server.baseUrl(),
            "--cache=sqlite:" + folder.resolve(name + ".sqlite"),
            "--dagsPerCall=1"));
    return words;
  }
}
