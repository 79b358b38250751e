package dagscribe.testing.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a text shows itself to who looks at a job on a cluster: on the pages of the REST API, in
 * files and in command lines.
 *
 * @param job id of the job
 * @param client number of the process that submitted it, which may have ended
 * @param folder of the run's results, beside the cluster's own
 */
public record Traces(FlinkCluster cluster, String job, long client, Path folder) {

  /** How a jar begins, which holds nothing of a job's options. */
  private static final String JAR = "PK\003\004";

  /** Paths of the REST API, names of files and numbers of processes. */
  public Set<String> of(String text) {
    Set<String> found = onPages(text);
    found.addAll(inFiles(cluster.folder(), text));
    found.addAll(inFiles(folder, text));
    found.addAll(inCommandLines(text));
    return found;
  }

  private Set<String> onPages(String text) {
    Set<String> found = new TreeSet<>();
    FlinkPages.read(cluster.rest(), job)
        .forEach(
            (path, said) -> {
              if (said.contains(text)) {
                found.add(path);
              }
            });
    return found;
  }

  private static Set<String> inFiles(Path folder, String text) {
    Set<String> found = new TreeSet<>();
    for (Path file : files(folder)) {
      if (!isJar(file) && latin(read(file)).contains(text)) {
        found.add(file.toString());
      }
    }
    return found;
  }

  private Set<String> inCommandLines(String text) {
    return Stream.concat(cluster.processes().stream(), Stream.of(client))
        .map(pid -> Long.toString(pid))
        .filter(pid -> latin(read(Path.of("/proc", pid, "cmdline"))).contains(text))
        .collect(Collectors.toSet());
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Listing(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static boolean isJar(Path file) {
    return latin(read(file, JAR.length())).equals(JAR);
  }

  private static byte[] read(Path file) {
    return read(file, Integer.MAX_VALUE);
  }

  private static byte[] read(Path file, int atMost) {
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(atMost);
    } catch (NoSuchFileException e) {
      // Deleted since it was listed.
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String latin(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /** Takes what there is while others delete. */
  private static final class Listing extends SimpleFileVisitor<Path> {

    private final List<Path> files;

    Listing(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
