package dagscribe.it;

import static dagscribe.it.ClusterIT.cluster;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.sim.SimulatedServer;
import dagscribe.testing.Loopback;
import dagscribe.testing.Results;
import dagscribe.testing.cluster.Programs;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Files that appear while the job runs: each line ends in one place, and no call is made twice,
 * though the job is stopped with a savepoint and goes on from it, twice: once by the program
 * itself, once by {@code flink run}.
 */
abstract class ClusterWatching extends OnTheCluster {

  private static final int FILES = 50;
  private static final int LINES = 3;
  private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed. Path: (\\S+)");

  private SimulatedServer server;
  private Results results;
  private Path input;

  @BeforeEach
  void start() throws IOException {
    server = Loopback.start(Duration.ofMillis(100));
    results = results();
    input = Files.createDirectories(folder.resolve("in"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void filesThatAppear_areReadOnceEachAcrossAStop() throws Exception {
    String savepoint;
    try (Program first = submit()) {
      drop(0, FILES / 2);
      awaitLines(first, FILES / 2 * LINES);
      savepoint = stopByFlink();
      checkEnd(first);
    }
    drop(FILES / 2, FILES * 3 / 5);
    try (Program second = submit("--savepointPath=" + savepoint)) {
      drop(FILES * 3 / 5, FILES * 4 / 5);
      awaitLines(second, FILES * 4 / 5 * LINES);
      savepoint = stopJob();
      checkEnd(second);
    }
    try (Program third = flinkRun(savepoint)) {
      drop(FILES * 4 / 5, FILES);
      awaitLines(third, FILES * LINES);
      awaitBalance();
      stopJob();
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

  private String stopJob() {
    return cluster.jobs().stop(cluster.jobs().onlyRunning(), folder.resolve("saved"));
  }

  /** The same as a user does it. */
  private String stopByFlink() throws Exception {
    String job = cluster.jobs().onlyRunning();
    String directory = folder.resolve("saved").toString();
    try (Program stop =
        Programs.flink(cluster, folder, "stop", "--savepointPath", directory, job)) {
      Program.Ended ended = stop.join();
      assertThat(ended.err(), ended.code(), is(0));
      assertThat(cluster.jobs().awaitEnd(job), is("FINISHED"));
      Matcher place = SAVEPOINT.matcher(ended.out());
      assertThat(ended.out(), place.find(), is(true));
      return place.group(1);
    }
  }

  private Program submit(String... more) throws IOException {
    return Programs.dagscribe(folder, words(more));
  }

  private Program flinkRun(String savepoint) throws IOException {
    List<String> words = new ArrayList<>(List.of("-s", savepoint, Programs.jar().toString()));
    words.addAll(List.of(words()));
    return Programs.flink(cluster, folder, "run", words.toArray(String[]::new));
  }

  private String[] words(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "--input=" + input + "/*.jsonl",
                "--endpoint=" + server.baseUrl(),
                "--watch=1s",
                "--parallelism=2",
                "--checkpointingInterval=1000",
                "--maxBundleTimeMills=500",
                "--maxFailures=1"));
    words.addAll(List.of(more));
    return words(results, words.toArray(String[]::new));
  }
}
