package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.sim.SimSettings;
import dagscribe.sim.SimulatedServer;
import dagscribe.source.airflow.SourceReader;
import dagscribe.testing.Run;
import dagscribe.testing.process.Await;
import dagscribe.testing.process.Listeners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No run of one process takes anything from the network while it runs. */
class ListenersMainTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private final Set<InetSocketAddress> before = new HashSet<>();

  @BeforeEach
  void look() {
    before.addAll(Listeners.ofThisProcess());
  }

  @Test
  void embeddedFlink_opensNothingWhileItAsks() throws Exception {
    Path input = folder.resolve("dags.jsonl");
    Files.writeString(input, "{\"content\":\"from airflow import DAG\\nDAG('a')\\n\"}\n");
    Set<InetSocketAddress> opened = ConcurrentHashMap.newKeySet();
    try (SourceReader reader = new SourceReader();
        SimulatedServer server =
            SimulatedServer.start(
                SimSettings.DEFAULTS,
                source -> {
                  opened.addAll(opened());
                  return reader.facts(source);
                })) {
      Set<InetSocketAddress> own = opened();
      Run run =
          Run.main(
              "--input=" + input,
              "--output=" + folder.resolve("out"),
              "--runner=FlinkRunner",
              "--endpoint=" + server.baseUrl(),
              "--cache=memory",
              "--minLines=0");
      assertThat(run.err(), run.code(), is(0));
      assertThat(server.stats().billedCalls(), is(1L));
      own.forEach(ListenersMainTest::requireClosedToOthers);
      opened.removeAll(own);
    }
    assertThat(opened, is(empty()));
  }

  @Test
  void simulatedServer_answersThisMachineAloneAndTakesNoJob() throws Exception {
    Thread simulate = new Thread(() -> Run.main("simulate", "--simPort=0"));
    simulate.start();
    try {
      Await.until(PATIENCE, "it listens", () -> !opened().isEmpty());
      for (InetSocketAddress socket : opened()) {
        requireClosedToOthers(socket);
        assertThat(sendJob(socket).statusCode(), is(404));
      }
    } finally {
      simulate.interrupt();
      simulate.join();
    }
  }

  private Set<InetSocketAddress> opened() {
    Set<InetSocketAddress> opened = new HashSet<>(Listeners.ofThisProcess());
    opened.removeAll(before);
    return opened;
  }

  private static void requireClosedToOthers(InetSocketAddress socket) {
    assertThat(socket.toString(), socket.getAddress().isLoopbackAddress(), is(true));
    for (InetAddress card : cards()) {
      assertThrows(ConnectException.class, () -> new Socket(card, socket.getPort()).close());
    }
  }

  private static List<InetAddress> cards() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLoopbackAddress())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a Flink that listens would run. */
  private static HttpResponse<String> sendJob(InetSocketAddress socket) throws Exception {
    URI jobs = URI.create("http://127.0.0.1:" + socket.getPort() + "/jobs");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(jobs).POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
