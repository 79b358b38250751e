package dagscribe.cache;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One use of a cache by one process, and how others tell whether it still lasts.
 *
 * <p>It lasts while it gives signs of life. On the same machine the process is looked up as well,
 * so that its death is known at once; the moment of its start tells it from a later one of the same
 * number. A session that was closed is remembered by its own process only, as closing must succeed
 * without a cache that works; to others it runs out.
 *
 * @param id unique
 * @param host name of the machine
 * @param pid number of the process
 * @param startedAtMillis when the process was started, 0 if the machine does not tell
 */
record ProcessLease(String id, String host, long pid, long startedAtMillis) {

  ProcessLease {
    Objects.requireNonNull(id);
    Objects.requireNonNull(host);
  }

  /** Time between two signs of life. */
  static final Duration BEAT = Duration.ofSeconds(20);

  /** Silence after which a session is taken for gone: a pause may cost three signs. */
  static final Duration PATIENCE = BEAT.multipliedBy(4);

  /** Each process computes moments of start from the machine's own, which clocks may correct. */
  private static final long START_TOLERANCE_MILLIS = 10_000;

  private static final Set<String> CLOSED = ConcurrentHashMap.newKeySet();

  /** A new session of this process. */
  static ProcessLease begin() {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessLease(
        UUID.randomUUID().toString(), hostName(), self.pid(), startMillis(self));
  }

  /** Ends a session of this process: what it leaves in a log is in doubt from now on. */
  void close() {
    CLOSED.add(id);
  }

  /**
   * Whether it lasts, as far as can be told.
   *
   * @param silent time since its last sign of life
   */
  boolean lasts(Duration silent) {
    return silent.compareTo(PATIENCE) < 0
        && !CLOSED.contains(id)
        && (!host.equals(hostName()) || isRunning());
  }

  private boolean isRunning() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> Math.abs(startMillis(process) - startedAtMillis) < START_TOLERANCE_MILLIS)
        .orElse(false);
  }

  private static long startMillis(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String hostName() {
    String name = ManagementFactory.getRuntimeMXBean().getName();
    return name.substring(name.indexOf('@') + 1) + processNamespace();
  }

  // Containers may share a host's name and yet not see each other's processes.
  private static String processNamespace() {
    try {
      return " " + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
