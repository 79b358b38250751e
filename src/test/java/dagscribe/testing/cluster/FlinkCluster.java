package dagscribe.testing.cluster;

import dagscribe.testing.Ports;
import dagscribe.testing.process.Listeners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Flink cluster as a user's is: a JobManager and TaskManagers in processes of their own, with the
 * class path of a Flink distribution, the settings of {@code runner-configs/flink-cluster.yaml} and
 * ports of loopback that were free. Its files and logs are in one folder. Closing it kills it.
 */
public final class FlinkCluster implements AutoCloseable {

  /** Slots of every TaskManager. */
  public static final int SLOTS = 2;

  private static final Path SETTINGS = Path.of("runner-configs/flink-cluster.yaml");

  private final Path folder;
  private final Map<String, String> settings;
  private final Map<String, String> environment;
  private final List<Process> taskManagers = new ArrayList<>();
  private final FlinkRest rest;
  private final Thread lastResort = new Thread(this::kill);
  private Process jobManager;

  private FlinkCluster(
      Path folder, Map<String, String> settings, Map<String, String> environment, FlinkRest rest) {
    this.folder = folder;
    this.settings = settings;
    this.environment = environment;
    this.rest = rest;
  }

  /**
   * Starts a cluster that is closed to other machines, and waits until all its slots are free.
   *
   * @param folder for its files; must exist
   * @param taskManagers how many, {@value #SLOTS} slots each
   * @param more Flink settings beside, or instead of, the shipped ones
   * @param environment variables of the TaskManagers
   */
  public static FlinkCluster start(
      Path folder, int taskManagers, Map<String, String> more, Map<String, String> environment)
      throws IOException {
    Path configuration = Files.createDirectories(folder.resolve("conf"));
    Files.copy(SETTINGS, configuration.resolve("config.yaml"));
    Files.writeString(configuration.resolve("log4j.properties"), FlinkSettings.LOGGING);
    int port = Ports.free();
    Map<String, String> settings = FlinkSettings.of(folder, port, more);
    FlinkCluster cluster = new FlinkCluster(folder, settings, environment, new FlinkRest(port));
    Runtime.getRuntime().addShutdownHook(cluster.lastResort);
    cluster.startJobManager();
    for (int i = 0; i < taskManagers; i++) {
      cluster.startTaskManager();
    }
    cluster.rest.awaitFreeSlots(taskManagers * SLOTS);
    cluster.processes().forEach(Listeners::requireLoopback);
    return cluster;
  }

  /** HOST:PORT of the REST API, as {@code --flinkMaster} wants it. */
  public String address() {
    return rest.address();
  }

  /** The REST API. */
  public FlinkRest rest() {
    return rest;
  }

  /** Its jobs. */
  public FlinkJobs jobs() {
    return new FlinkJobs(rest);
  }

  /** Waits until all slots of the TaskManagers that live are free, and no others are left. */
  public void awaitIdle() {
    rest.awaitFreeSlots(taskManagers().size() * SLOTS);
  }

  /** The folder with all that its processes write. */
  public Path folder() {
    return folder;
  }

  /** The folder with the configuration that clients read, {@code FLINK_CONF_DIR}. */
  public Path configuration() {
    return folder.resolve("conf");
  }

  /** Starts the JobManager; again, after it was killed. */
  public void startJobManager() throws IOException {
    jobManager =
        process(
                "jobmanager",
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint")
            .jvm("-Xmx1g", "-XX:MaxMetaspaceSize=512m")
            .start();
  }

  /** Starts one more TaskManager, and does not wait for it. */
  public Process startTaskManager() throws IOException {
    return startTaskManager(environment);
  }

  /** The same with other variables in its environment. */
  public Process startTaskManager(Map<String, String> variables) throws IOException {
    Process process =
        process(
                "taskmanager-" + (taskManagers.size() + 1),
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner")
            .jvm("-Xmx1152m", "-XX:MaxDirectMemorySize=384m", "-XX:MaxMetaspaceSize=512m")
            .environment(variables)
            .start();
    taskManagers.add(process);
    return process;
  }

  /** The TaskManagers that live, oldest first. */
  public List<Process> taskManagers() {
    return taskManagers.stream().filter(Process::isAlive).toList();
  }

  /** The JobManager. */
  public Process jobManager() {
    return jobManager;
  }

  /** The numbers of all processes that live. */
  public List<Long> processes() {
    return Stream.concat(Stream.of(jobManager), taskManagers().stream()).map(Process::pid).toList();
  }

  /** What the TaskManagers that live have logged so far. */
  public String logsOfTaskManagers() throws IOException {
    StringBuilder logs = new StringBuilder();
    for (int i = 0; i < taskManagers.size(); i++) {
      if (taskManagers.get(i).isAlive()) {
        logs.append(Files.readString(folder.resolve("taskmanager-" + (i + 1) + ".log")));
      }
    }
    return logs.toString();
  }

  private FlinkProcess process(String name, String mainClass) {
    return new FlinkProcess(folder, name, mainClass)
        .words("--configDir", configuration().toString())
        .words(settings.entrySet().stream().map(e -> "-D" + e.getKey() + "=" + e.getValue()));
  }

  private void kill() {
    taskManagers.forEach(Process::destroyForcibly);
    if (jobManager != null) {
      jobManager.destroyForcibly();
    }
  }

  @Override
  public void close() {
    kill();
    taskManagers.forEach(process -> process.onExit().join());
    jobManager.onExit().join();
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
