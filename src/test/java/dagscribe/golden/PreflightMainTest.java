package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.cache.InstructionCaches;
import dagscribe.testing.RedisServer;
import dagscribe.testing.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be used is told before anything is read, in one sentence that names the option. */
class PreflightMainTest {

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void createInput() throws IOException {
    input = Files.writeString(folder.resolve("dags.jsonl"), "{\"content\":\"x\"}\n");
  }

  @Test
  void outputThatCannotBeMade_isRefused() {
    Path output = input.resolve("out");
    refused(
        "--output=" + output + ": the directory cannot be made", output, "--endpoint=simulated");
  }

  @Test
  void cacheThatIsNone_isRefused() {
    unusable("--cache: " + input + " is damaged or no SQLite database", "sqlite:" + input);
  }

  @Test
  void cacheWithAForeignValue_isNamed() throws Exception {
    Path file = folder.resolve("foreign.sqlite");
    String url = "sqlite:" + file;
    InstructionCaches.open(url).close();
    try (Connection connection = DriverManager.getConnection("jdbc:" + url);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO sessions VALUES ('s', 'elsewhere', 1, 1, 1)");
      statement.execute("INSERT INTO calls VALUES ('c', 's', '[\"not a call\"]')");
    }
    unusable(file + ", call c is not of dagscribe; delete it", url);
  }

  @Test
  void redisThatDoesNotLetIn_isRefusedWithTheVariable() {
    try (RedisServer redis = RedisServer.start("--requirepass", "hunter2")) {
      for (String credentials : List.of("", ":wrong@")) {
        unusable(
            "--cache: cannot use the cache at " + redis.url("", "/0"),
            redis.url(credentials, ""),
            "DAGSCRIBE_REDIS_PASSWORD");
      }
    }
  }

  @Test
  void serverThatIsNotThere_isRefused() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "http://127.0.0.1:" + port;
    refused("--endpoint=" + url + ": no server answers: ", output(), "--endpoint=" + url);
  }

  @Test
  void faultsThatAreNone_areRefused() {
    refused(
        "--simFaults=foo: a fault is KIND:PROBABILITY",
        output(),
        "--endpoint=simulated",
        "--simFaults=foo");
  }

  private void unusable(String sentence, String cache, String... more) {
    Run run =
        Run.main(
            "--input=" + input,
            "--output=" + output(),
            "--endpoint=simulated",
            "--minLines=0",
            "--progress=none",
            "--cache=" + cache);
    assertThat(run.err(), startsWith("dagscribe: " + sentence));
    assertThat(run.err().lines().count(), is(1L));
    List.of(more).forEach(word -> assertThat(run.err(), containsString(word)));
    assertThat(run.code(), is(7));
  }

  private Path output() {
    return folder.resolve("out");
  }

  private void refused(String sentence, Path output, String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "--input=" + input;
    words[1] = "--output=" + output;
    System.arraycopy(more, 0, words, 2, more.length);
    Run run = Run.main(words);
    assertThat(run.err(), startsWith("dagscribe: " + sentence));
    assertThat(run.err().lines().count(), is(2L));
    assertThat(run.out(), is(""));
    assertThat(run.code(), is(2));
  }
}
