package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.testing.process.Moments;
import dagscribe.testing.process.Program;
import dagscribe.testing.process.SimulatorProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that takes a while says how far it is, on stderr only. Takes about a minute: real
 * processes, a server that is slow, and ten seconds until the first line.
 */
class ProgressIT {

  private static final int DAGS = 40;
  private static final int CACHED = 8;

  private static final Pattern ASKING =
      Pattern.compile(
          "(?m)^dagscribe: .+ s: (\\d+) of (\\d+) DAGs answered, (\\d+) cached, (\\d+) in flight, .*$");

  @TempDir private Path folder;
  private SimulatorProcess server;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    server = SimulatorProcess.start(folder, "--simLatency=fixed:5s");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DirectRunner", "FlinkRunner"})
  void lines_tellHowFarTheRunIs(String runner) throws IOException, InterruptedException {
    fillCache();
    Path all = write("all.jsonl", DAGS);
    try (Program program = start(all, "--progress=auto", "--workers=1", "--runner=" + runner)) {
      while (program.isAlive() && !ASKING.matcher(program.err()).find()) {
        Moments.pass();
      }
      long billed = server.stats().path("dagsBilled").asLong() - CACHED;
      checkLines(program.err(), billed);
      program.signal("TERM");
      Program.Ended ended = program.join();
      assertThat(ended.err(), ended.code(), is(143));
      assertThat(ended.out(), not(containsString("dagscribe:")));
    }
  }

  /** Some answers for the cache; a run that is to say nothing says whom it asks, and no more. */
  private void fillCache() throws IOException, InterruptedException {
    Path some = write("some.jsonl", CACHED);
    try (Program program = start(some, "--progress=none", "--workers=8")) {
      Program.Ended ended = program.join();
      assertThat(ended.err(), is("dagscribe: asks " + server.url() + System.lineSeparator()));
      assertThat(ended.code(), is(0));
    }
  }

  private void checkLines(String err, long billed) {
    assertThat(err, startsWith("dagscribe: asks " + server.url() + "\n"));
    assertThat(
        err.lines().skip(1).toList(),
        everyItem(
            matchesRegex("dagscribe: .+ s: (reading, \\d+ lines so far|.* DAGs answered, .*)")));
    List<MatchResult> lines = ASKING.matcher(err).results().toList();
    MatchResult last = lines.get(lines.size() - 1);
    assertThat(last.group(2), is(Integer.toString(DAGS - CACHED)));
    assertThat(last.group(3), is(Integer.toString(CACHED)));
    assertThat(last.group(4), is("1"));
    assertThat("answered, of those billed", Long.valueOf(last.group(1)), lessThanOrEqualTo(billed));
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

  private Program start(Path input, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(
        List.of(
            "--input=" + input,
            "--output=" + input + ".out",
            "--endpoint=" + server.url(),
            "--cache=sqlite:" + folder.resolve("answers.sqlite"),
            "--dagsPerCall=1"));
    return Program.start(folder, words);
  }
}
