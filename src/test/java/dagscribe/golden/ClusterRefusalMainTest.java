package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.testing.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the workers of a cluster cannot share or reach is refused before anything is sent. */
class ClusterRefusalMainTest {

  private static final String REDIS = "--cache=redis://cache:6379";
  private static final String SERVER = "--endpoint=http://api:8080";

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void createInput() throws IOException {
    input = Files.writeString(folder.resolve("dags.jsonl"), "{\"content\":\"x\"}\n");
  }

  @Test
  void embeddedServer_isRefused() {
    refused("--endpoint=simulated serves this process alone: ", REDIS, "--endpoint=simulated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "memory"})
  void cacheThatWorkersCannotShare_isRefused(String cache) {
    refused(
        "--cache: the workers of a cluster need one that they share: redis://HOST:PORT, or"
            + " sqlite:PATH if all TaskManagers are on one machine",
        "--cache=" + cache,
        SERVER);
  }

  @Test
  void passwordOfRedis_isRefused() {
    String why = ": Flink shows options in its page, so on a cluster a password is none: set";
    refused("--cache" + why, "--cache=redis://:hunter2@cache:6379", SERVER);
    refused("--quota" + why, REDIS, "--quota=rediss://user:hunter2@cache:6379", SERVER);
  }

  @Test
  void relativePaths_areRefused() {
    String why = ": on a cluster a path must be absolute, and every TaskManager must see it";
    refused("--cache=sqlite:answers.sqlite" + why, "--cache=sqlite:answers.sqlite", SERVER);
    refused("--output=out" + why, REDIS, SERVER, "--output=out");
    refused("--input=samples/dags.jsonl" + why, REDIS, SERVER, "--input=samples/dags.jsonl");
  }

  @Test
  void masterThatIsNotThere_isRefused() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String master = "--flinkMaster=127.0.0.1:" + port;
    refused(master + ": no server answers: ", REDIS, SERVER, master);
  }

  @Test
  void masterThatIsNoAddress_isRefused() {
    refused(
        "--flinkMaster=a:b:c d: must be [local], [auto] or HOST:PORT",
        REDIS,
        SERVER,
        "--flinkMaster=a:b:c d");
  }

  private void refused(String sentence, String... more) {
    List<String> words = new ArrayList<>();
    words.add("--input=" + input);
    words.add("--output=" + folder.resolve("out"));
    words.add("--runner=FlinkRunner");
    words.add("--flinkMaster=localhost:1");
    words.addAll(List.of(more));
    Run run = Run.main(words.toArray(String[]::new));
    assertThat(run.err(), startsWith("dagscribe: " + sentence));
    assertThat(run.err(), not(containsString("hunter2")));
    assertThat(run.err().lines().count(), is(2L));
    assertThat(run.code(), is(2));
  }
}
