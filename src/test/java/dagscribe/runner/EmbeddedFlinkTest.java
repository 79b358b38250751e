package dagscribe.runner;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dagscribe.testing.process.Listeners;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFlinkTest {

  /** What an operator of a cluster may have in his configuration. */
  private static final String OPEN_DOORS =
      """
      rest.bind-address: 0.0.0.0
      rest.address: 0.0.0.0
      jobmanager.bind-host: 0.0.0.0
      taskmanager.bind-host: 0.0.0.0
      web.submit.enable: true
      minicluster.number-of-taskmanagers: 2
      queryable-state.enable: true
      blob.storage.directory: /proc/nowhere
      io.tmp.dirs: /proc/nowhere
      process.working-dir: /proc/nowhere
      web.tmpdir: /proc/nowhere
      web.upload.dir: /proc/nowhere
      """;

  /** Seen by the jobs, which run in other threads. */
  private static final Set<InetSocketAddress> SEEN = ConcurrentHashMap.newKeySet();

  private static final Set<String> FILES = ConcurrentHashMap.newKeySet();

  @TempDir private Path folder;
  private Path directory;
  private final Set<InetSocketAddress> others = new HashSet<>();

  @BeforeEach
  void look() throws IOException {
    directory = Files.createDirectory(folder.resolve("flink"));
    Files.writeString(folder.resolve("config.yaml"), OPEN_DOORS);
    others.addAll(Listeners.ofThisProcess());
    SEEN.clear();
    FILES.clear();
  }

  @Test
  void batchJob_listensNowhere() throws Exception {
    try (EmbeddedFlink flink = EmbeddedFlink.open(directory, folder.toString())) {
      assertThat(runBatch(), containsInAnyOrder(1, 2, 3));
    }
    assertThat(opened(), is(empty()));
  }

  @Test
  void streamingJob_listensNowhere() throws Exception {
    try (EmbeddedFlink flink = EmbeddedFlink.open(directory, folder.toString())) {
      StreamExecutionEnvironment stream = StreamExecutionEnvironment.getExecutionEnvironment();
      stream.setParallelism(2);
      stream.fromElements(1, 2, 3).rebalance().map(n -> look(n, "")).returns(Integer.class).print();
      stream.execute();
    }
    assertThat(opened(), is(empty()));
  }

  @Test
  void files_areInTheDirectory_andGoneAtTheEnd() throws Exception {
    try (EmbeddedFlink flink = EmbeddedFlink.open(directory, folder.toString())) {
      runBatch();
    }
    assertThat(FILES.size(), greaterThan(2));
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(Files::isRegularFile).toList(), is(empty()));
    }
  }

  @Test
  void flinksOwnPlace_isGivenBack() {
    EmbeddedFlink.open(directory, null).close();
    assertThat(ExecutionEnvironment.getExecutionEnvironment() instanceof BatchContext, is(false));
  }

  private List<Integer> runBatch() throws Exception {
    ExecutionEnvironment batch = ExecutionEnvironment.getExecutionEnvironment();
    batch.setParallelism(2);
    String files = directory.toString();
    return batch
        .fromElements(1, 2, 3)
        .rebalance()
        .map(n -> look(n, files))
        .returns(Integer.class)
        .collect();
  }

  private static int look(int element, String files) throws IOException {
    SEEN.addAll(Listeners.ofThisProcess());
    if (!files.isEmpty()) {
      try (Stream<Path> list = Files.list(Path.of(files))) {
        list.forEach(file -> FILES.add(file.toString()));
      }
    }
    return element;
  }

  private Set<InetSocketAddress> opened() {
    Set<InetSocketAddress> opened = new HashSet<>(SEEN);
    opened.removeAll(others);
    return opened;
  }
}
