package dagscribe;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.fs.ResourceId;

/** What Beam's file systems do not tell about files of this machine. */
final class LocalFiles {

  private static final Pattern OTHER_SCHEME = Pattern.compile("(?!file:)[a-zA-Z][\\w+.-]*:.*");

  private LocalFiles() {}

  /**
   * Whether there is anything for a pattern to match: the file, or the directory that its first
   * wildcard stands in. Beam, where that is missing, looks through all of the nearest directory
   * above it, which may be the whole disk. What is not on this machine may match.
   */
  static boolean mayMatch(String pattern) {
    if (OTHER_SCHEME.matcher(pattern).matches()) {
      return true;
    }
    String path = pattern.replaceFirst("^file:(//)?", "");
    int wildcard = CharMatcher.anyOf("*?[{\\").indexIn(path);
    if (wildcard < 0) {
      return Files.exists(Path.of(path));
    }
    return Files.isDirectory(Path.of(path.substring(0, path.lastIndexOf('/', wildcard) + 1)));
  }

  static boolean isLocal(ResourceId file) {
    return file.getScheme().equals("file");
  }

  /** One name for one existing file, whatever links lead to it. */
  static String identity(ResourceId file) {
    if (!isLocal(file)) {
      return file.toString();
    }
    try {
      return Path.of(file.toString()).toRealPath().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
