package dagscribe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.beam.sdk.io.fs.ResourceId;

/** What Beam's file systems do not tell about files of this machine. */
final class LocalFiles {

  private LocalFiles() {}

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
