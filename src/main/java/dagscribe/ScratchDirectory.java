package dagscribe;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A directory of this machine for what only lives as long as a command.
 *
 * @param directory exists until this is closed
 */
record ScratchDirectory(Path directory) implements AutoCloseable {

  static ScratchDirectory create() {
    try {
      return new ScratchDirectory(Files.createTempDirectory("dagscribe-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path() {
    return directory.toString();
  }

  @Override
  public void close() {
    try {
      MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
