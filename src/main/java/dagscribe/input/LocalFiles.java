package dagscribe.input;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.fs.ResourceId;

/** What Beam's file systems do not tell about files of this machine. */
public final class LocalFiles {

  private static final Pattern OTHER_SCHEME = Pattern.compile("^[a-zA-Z][\\w+.-]*:.*");

  private LocalFiles() {}

  /** Whether it is a directory itself, and no link to one. */
  public static boolean isDirectory(Path file) {
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Names of all that is in a directory, links that lead nowhere too; none if there is none. */
  public static List<String> names(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether there is anything for a pattern to match: the file, or the directory that its first
   * wildcard stands in. Beam, where that is missing, looks through all of the nearest directory
   * above it, which may be the whole disk. What is not on this machine may match.
   */
  static boolean mayMatch(String pattern) {
    if (isElsewhere(pattern)) {
      return true;
    }
    int wildcard = firstWildcard(pattern);
    if (wildcard < 0) {
      return Files.exists(Path.of(pattern));
    }
    return Files.isDirectory(Path.of(pattern.substring(0, pattern.lastIndexOf('/', wildcard) + 1)));
  }

  /** Whether a pattern is one of another file system. */
  public static boolean isElsewhere(String pattern) {
    return OTHER_SCHEME.matcher(pattern).matches();
  }

  /** Index of the first character of a pattern that is none of a name; -1 if there is none. */
  static int firstWildcard(String pattern) {
    return CharMatcher.anyOf("*?[{\\").indexIn(pattern);
  }

  /** Whether a file is one of this machine's. */
  public static boolean isLocal(ResourceId file) {
    return file.getScheme().equals("file");
  }

  /** One name for one file, whatever links lead to it; its own if it is no longer there. */
  public static String identity(ResourceId file) {
    if (!isLocal(file)) {
      return file.toString();
    }
    Path path = Path.of(file.toString());
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize().toString();
    }
  }
}
