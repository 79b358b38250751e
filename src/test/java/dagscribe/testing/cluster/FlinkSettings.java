package dagscribe.testing.cluster;

import dagscribe.testing.Ports;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the shell scripts of a Flink distribution would work out for its processes: places, and the
 * memory of a TaskManager, every part of it.
 */
final class FlinkSettings {

  static final String LOGGING =
      """
      rootLogger.level = INFO
      rootLogger.appenderRef.console.ref = Console
      appender.console.name = Console
      appender.console.type = CONSOLE
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{HH:mm:ss,SSS} %-5p %c{1} - %m%n
      logger.metrics.name = org.apache.flink.metrics
      logger.metrics.level = ERROR
      """;

  private static final Map<String, String> MEMORY =
      Map.of(
          "taskmanager.memory.framework.heap.size", "128mb",
          "taskmanager.memory.task.heap.size", "1024mb",
          "taskmanager.memory.framework.off-heap.size", "128mb",
          "taskmanager.memory.task.off-heap.size", "128mb",
          "taskmanager.memory.managed.size", "256mb",
          "taskmanager.memory.network.min", "128mb",
          "taskmanager.memory.network.max", "128mb",
          "taskmanager.memory.jvm-overhead.min", "128mb",
          "taskmanager.memory.jvm-overhead.max", "128mb",
          "taskmanager.cpu.cores", "2.0");

  private FlinkSettings() {}

  static Map<String, String> of(Path folder, int restPort, Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(MEMORY);
    settings.put("taskmanager.numberOfTaskSlots", Integer.toString(FlinkCluster.SLOTS));
    settings.put("taskmanager.host", Ports.LOOPBACK);
    settings.put("jobmanager.rpc.address", Ports.LOOPBACK);
    settings.put("jobmanager.rpc.port", Integer.toString(Ports.free()));
    settings.put("rest.address", Ports.LOOPBACK);
    settings.put("rest.bind-address", Ports.LOOPBACK);
    settings.put("rest.port", Integer.toString(restPort));
    settings.put("io.tmp.dirs", folder.resolve("tmp").toString());
    settings.put("web.tmpdir", folder.resolve("web").toString());
    // A machine that is busy with other things makes nothing fail.
    settings.put("pekko.startup-timeout", "120 s");
    settings.put("pekko.ask.timeout", "60 s");
    settings.putAll(more);
    return settings;
  }
}
