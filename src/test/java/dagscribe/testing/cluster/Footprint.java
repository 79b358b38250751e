package dagscribe.testing.cluster;

import dagscribe.testing.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * @param metaspaceKib metaspace that class loaders have, KiB
 * @param jobLoaders class loaders of jobs that are not unloaded
 * @param threads threads of the process
 * @param sockets open sockets
 */
public record Footprint(long metaspaceKib, long jobLoaders, long threads, long sockets) {

  private static final Pattern METASPACE = Pattern.compile("Total = +\\d+ +\\d+ +(\\d+) +\\d+");
  private static final long KIB = 1024;
  private static final String JOB_LOADER = "ChildFirstClassLoader";

  /** What a first collection makes reachable for cleaners goes with the second. */
  private static final String QUESTIONS =
      """
      GC.run
      GC.run
      VM.classloader_stats
      """;

  /**
   * Collects garbage in a process and measures it.
   *
   * @param folder for what the tools say
   */
  public static Footprint of(Path folder, Process process) {
    try {
      String said = ask(folder, process);
      Matcher metaspace = METASPACE.matcher(said);
      if (!metaspace.find()) {
        throw new IllegalStateException("no metaspace in " + said);
      }
      return new Footprint(
          Long.parseLong(metaspace.group(1)) / KIB,
          said.lines().filter(line -> line.contains(JOB_LOADER)).count(),
          entries(process, "task").size(),
          entries(process, "fd").stream().filter(Footprint::isSocket).count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String ask(Path folder, Process process) throws IOException, InterruptedException {
    Path questions = Files.writeString(folder.resolve("questions"), QUESTIONS);
    List<String> command =
        List.of(Programs.jdk("jcmd"), Long.toString(process.pid()), "-f", questions.toString());
    try (Program jcmd = Program.run(folder, command, Map.of())) {
      Program.Ended ended = jcmd.join();
      if (ended.code() != 0) {
        throw new IllegalStateException(ended.toString());
      }
      return ended.out();
    }
  }

  private static List<Path> entries(Process process, String kind) throws IOException {
    try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(process.pid()), kind))) {
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
