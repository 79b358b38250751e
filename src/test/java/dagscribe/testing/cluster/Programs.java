package dagscribe.testing.cluster;

import dagscribe.testing.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The programs that submit a job to a cluster, as a user's shell starts them. */
public final class Programs {

  private static final Path JAR =
      Path.of(System.getProperty("dagscribe.jar", "target/dagscribe.jar"));

  private Programs() {}

  /** The jar that was packaged. */
  public static Path jar() {
    return JAR.toAbsolutePath();
  }

  static String java() {
    return jdk("java");
  }

  /** A program of the JDK that runs this. */
  static String jdk(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Starts {@code ./dagscribe WORDS}. */
  public static Program dagscribe(Path folder, String... words) throws IOException {
    return Program.start(folder, List.of(words));
  }

  /** The same with more variables in its environment. */
  public static Program dagscribe(Path folder, Map<String, String> environment, String... words)
      throws IOException {
    return Program.start(folder, environment, List.of(words));
  }

  /** Starts {@code flink COMMAND -m HOST:PORT WORDS}. */
  public static Program flink(FlinkCluster cluster, Path folder, String name, String... words)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                FlinkProcess.CLASS_PATH,
                "org.apache.flink.client.cli.CliFrontend",
                name,
                "-m",
                cluster.address()));
    Stream.of(words).forEach(command::add);
    return Program.run(
        folder, command, Map.of("FLINK_CONF_DIR", cluster.configuration().toString()));
  }
}
