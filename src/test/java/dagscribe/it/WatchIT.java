package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Loopback;
import dagscribe.testing.Results;
import dagscribe.testing.cluster.FlinkCluster;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that appear while the job runs on a Flink cluster: each line ends in one place, and no call
 * is made twice, though the job is stopped with a savepoint and goes on from it, twice: once by the
 * program itself, once by {@code flink run}. Takes one to two minutes.
 */
class WatchIT {

  private static final int FILES = 50;
  private static final int LINES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  private SimulatedServer server;
  private FlinkCluster cluster;
  private Results results;
  private Path input;

  @BeforeEach
  void start() throws IOException {
    server = Loopback.start(Duration.ofMillis(300));
    cluster = FlinkCluster.start(folder, 1, Map.of(), Map.of());
    results = new Results(folder.resolve("out"));
    input = Files.createDirectories(folder.resolve("in"));
  }

  @AfterEach
  void stop() {
    cluster.close();
    server.close();
  }

  @Test
  void filesThatAppear_areReadOnceEachAcrossAStop() throws Exception {
    String savepoint;
    try (Program first = submit()) {
      drop(0, FILES / 2);
      awaitLines(first, FILES / 2 * LINES);
      savepoint = stopWithSavepoint();
      checkEnd(first);
    }
    drop(FILES / 2, FILES * 3 / 5);
    try (Program second = submit("--savepointPath=" + savepoint)) {
      drop(FILES * 3 / 5, FILES * 4 / 5);
      awaitLines(second, FILES * 4 / 5 * LINES);
      savepoint = stopWithSavepoint();
      checkEnd(second);
    }
    try (Program third = flinkRun(savepoint)) {
      drop(FILES * 4 / 5, FILES);
      awaitLines(third, FILES * LINES);
      awaitBalance();
      stopWithSavepoint();
      checkEnd(third);
    }
    check();
  }

  private static void checkEnd(Program program) throws Exception {
    int code = program.join().code();
    assertThat(program.err(), code, is(0));
  }

  private void check() {
    List<String> places = new ArrayList<>();
    for (String destination : Results.destinations()) {
      results
          .lines(destination)
          .forEach(
              line ->
                  places.add(
                      line.path("source").path("file").asText().replaceAll(".*/", "")
                          + ":"
                          + line.path("source").path("line")));
    }
    assertThat(places, containsInAnyOrder(allPlaces().toArray(String[]::new)));
    List<JsonNode> shared =
        results.lines("instructions").stream()
            .filter(line -> !line.path("duplicateOf").asText().isEmpty())
            .toList();
    assertThat(shared.stream().map(line -> line.path("id").asText()).toList(), contains("30-0"));
    assertThat(shared.get(0).path("duplicateOf").asText(), is("2-0"));
    List<JsonNode> failed = results.lines("failed");
    assertThat(
        failed.stream().map(line -> line.path("kind").asText()).toList(), contains("MALFORMED"));
    assertThat("calls made twice", server.stats().dagsBilledAgain(), is(0L));
    assertThat(server.stats().dagsBilled(), is((long) FILES * LINES - 2));
  }

  private static List<String> allPlaces() {
    List<String> places = new ArrayList<>();
    for (int file = 0; file < FILES; file++) {
      for (int line = 1; line <= LINES; line++) {
        places.add(file + ".jsonl:" + line);
      }
    }
    return places;
  }

  /** Whole files only: each is written aside and moved. */
  private void drop(int from, int to) throws IOException {
    for (int file = from; file < to; file++) {
      Path aside = folder.resolve(file + ".part");
      int number = file;
      Files.write(
          aside, Stream.iterate(0, i -> i + 1).limit(LINES).map(i -> line(number, i)).toList());
      Files.move(aside, input.resolve(file + ".jsonl"));
    }
  }

  private static String line(int file, int number) {
    if (file == 40 && number == 1) {
      return "{\"id\": \"40-1\", \"content\": ";
    }
    String id = file + "-" + number;
    return "{\"id\":\"" + id + "\",\"content\":\"" + source(id.equals("30-0") ? "2-0" : id) + "\"}";
  }

  private static String source(String name) {
    StringBuilder source = new StringBuilder("from airflow import DAG\\n");
    source.append("with DAG('dag_").append(name).append("', schedule='@daily') as dag:\\n");
    for (int task = 0; task < 20; task++) {
      source.append("    PythonOperator(task_id='task_").append(task).append("')\\n");
    }
    return source.toString();
  }

  private void awaitLines(Program program, int lines) throws IOException {
    Await.until(
        PATIENCE, lines + " lines are written", () -> !program.isAlive() || written() >= lines);
    assertThat(program.err(), program.isAlive(), is(true));
  }

  private int written() {
    return Files.exists(results.directory())
        ? Results.destinations().stream().mapToInt(name -> results.lines(name).size()).sum()
        : 0;
  }

  private void awaitBalance() {
    Await.until(
        PATIENCE,
        "the report accounts for every line",
        () -> {
          JsonNode ledger = results.report().path("ledger");
          return ledger.path("balanced").asBoolean()
              && ledger.path("read").asInt() == FILES * LINES;
        });
  }

  private String stopWithSavepoint() throws Exception {
    String job = cluster.rest().onlyRunningJob();
    String directory = folder.resolve("saved").toString();
    try (Program stop =
        Programs.flink(cluster, folder, "stop", "--savepointPath", directory, job)) {
      Program.Ended ended = stop.join();
      assertThat(ended.err(), ended.code(), is(0));
      assertThat(cluster.rest().awaitEnd(job), is("FINISHED"));
      Matcher place = SAVEPOINT.matcher(ended.out());
      assertThat(ended.out(), place.find(), is(true));
      return place.group(1);
    }
  }

  private Program submit(String... more) throws IOException {
    List<String> words = new ArrayList<>(words());
    words.add("--flinkMaster=" + cluster.address());
    words.addAll(List.of(more));
    return Programs.dagscribe(folder, words.toArray(String[]::new));
  }

  private Program flinkRun(String savepoint) throws IOException {
    List<String> words = new ArrayList<>(List.of("-s", savepoint, Programs.jar().toString()));
    words.addAll(words());
    return Programs.flink(cluster, folder, "run", words.toArray(String[]::new));
  }

  private List<String> words() {
    return List.of(
        "--input=" + input + "/*.jsonl",
        "--output=" + results.directory(),
        "--endpoint=" + server.baseUrl(),
        "--cache=sqlite:" + folder.resolve("answers.sqlite"),
        "--watch=1s",
        "--runner=FlinkRunner",
        "--parallelism=2",
        "--checkpointingInterval=2000",
        "--maxBundleTimeMills=1000",
        "--maxFailures=1");
  }
}
