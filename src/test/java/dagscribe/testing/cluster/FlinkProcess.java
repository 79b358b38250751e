package dagscribe.testing.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java process with Flink's class path, about to be started. */
final class FlinkProcess {

  static final String CLASS_PATH =
      System.getProperty("flink.lib", "target/flink-cluster/lib") + File.separator + "*";

  /** What a test gives to the processes that shall have it, whoever runs the test. */
  private static final Pattern SECRET = Pattern.compile("ANTHROPIC_.*|DAGSCRIBE_REDIS_.*");

  private final Path folder;
  private final String name;
  private final String mainClass;
  private final List<String> jvm = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param folder that the log goes to, and that holds {@code conf/log4j.properties}
   */
  FlinkProcess(Path folder, String name, String mainClass) {
    this.folder = folder;
    this.name = name;
    this.mainClass = mainClass;
  }

  FlinkProcess jvm(String... options) {
    jvm.addAll(List.of(options));
    return this;
  }

  FlinkProcess words(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  FlinkProcess words(Stream<String> more) {
    more.forEach(words::add);
    return this;
  }

  FlinkProcess environment(Map<String, String> more) {
    environment.putAll(more);
    return this;
  }

  Process start() throws IOException {
    List<String> command = new ArrayList<>(List.of(Programs.java()));
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:SoftRefLRUPolicyMSPerMB=10"));
    command.addAll(jvm);
    command.add("-Dlog4j.configurationFile=" + folder.resolve("conf/log4j.properties").toUri());
    // The REST API shows it as the process's log.
    command.add("-Dlog.file=" + folder.resolve(name + ".log"));
    command.addAll(List.of("-cp", CLASS_PATH, mainClass));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()));
    builder.environment().keySet().removeIf(SECRET.asMatchPredicate());
    builder.environment().putAll(environment);
    return builder.start();
  }
}
