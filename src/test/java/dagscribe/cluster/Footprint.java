package dagscribe.cluster;

import dagscribe.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Flink process holds after a garbage collection, as the JDK's {@code jcmd} and Linux tell
 * it.
 *
 * @param metaspaceKib metaspace in use, KiB
 * @param jobLoaders class loaders of jobs that are not unloaded
 * @param threads threads of the process
 * @param sockets open sockets
 */
public record Footprint(long metaspaceKib, long jobLoaders, long threads, long sockets) {

  private static final Pattern METASPACE = Pattern.compile("Metaspace +used (\\d+)K");
  private static final String JOB_LOADER = "ChildFirstClassLoader";

  /**
   * Collects garbage in a process and measures it.
   *
   * @param folder for what the tools say
   */
  public static Footprint of(Path folder, long pid) throws IOException, InterruptedException {
    // What a first collection makes reachable for cleaners goes with the second.
    ask(folder, pid, "GC.run");
    ask(folder, pid, "GC.run");
    Matcher metaspace = METASPACE.matcher(ask(folder, pid, "GC.heap_info"));
    if (!metaspace.find()) {
      throw new IllegalStateException("no metaspace in jcmd GC.heap_info");
    }
    return new Footprint(
        Long.parseLong(metaspace.group(1)),
        ask(folder, pid, "VM.classloader_stats").lines().filter(Footprint::isJobLoader).count(),
        entries(pid, "task").size(),
        entries(pid, "fd").stream().filter(Footprint::isSocket).count());
  }

  private static boolean isJobLoader(String line) {
    return line.contains(JOB_LOADER);
  }

  private static String ask(Path folder, long pid, String what)
      throws IOException, InterruptedException {
    List<String> command = List.of(Programs.jdk("jcmd"), Long.toString(pid), what);
    try (Program jcmd = Program.run(folder, command, Map.of())) {
      Program.Ended ended = jcmd.join();
      if (ended.code() != 0) {
        throw new IllegalStateException(ended.toString());
      }
      return ended.out();
    }
  }

  private static List<Path> entries(long pid, String kind) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(pid), kind))) {
      return entries.toList();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      // Closed since it was listed.
      return false;
    }
  }
}
