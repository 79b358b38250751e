package dagscribe.runner;

import java.util.Locale;

/** What to set when Java has run out of memory, threads or stack. */
final class MemoryRemedy {

  private static final long MEBIBYTE = 1 << 20;

  private MemoryRemedy() {}

  /** One sentence: what ran out, and the option that gives more of it. */
  static String of(VirtualMachineError error) {
    return error instanceof StackOverflowError
        ? "Java's stack is too small: set JAVA_OPTS=-Xss8m"
        : "Java has run out of memory ("
            + error.getMessage()
            + "): "
            + remedy(String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT));
  }

  private static String remedy(String message) {
    if (message.contains("metaspace") || message.contains("class space")) {
      return "set JAVA_OPTS=-XX:MaxMetaspaceSize=512m, or none";
    }
    if (message.contains("direct")) {
      return "set JAVA_OPTS=-XX:MaxDirectMemorySize=1g";
    }
    if (message.contains("thread") || message.contains("map failed")) {
      return "let this user have more threads and memory (ulimit -u, ulimit -v, the container's pids"
          + " and memory limits)";
    }
    long heap = Runtime.getRuntime().maxMemory() / MEBIBYTE;
    return String.format(
        Locale.ROOT,
        "the heap of %d MB is too small: set JAVA_OPTS=-Xmx%dm, or use @runner-configs/flink-local.args,"
            + " which needs less",
        heap,
        2 * heap);
  }
}
