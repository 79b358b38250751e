package dagscribe.plan;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dagscribe.input.LocalFiles;
import dagscribe.steps.OutputNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Files in an output directory of this machine that a run has not completed. Folders of other
 * programs, another Beam job's among them, are left alone, and links are removed and not followed.
 */
final class UnfinishedFiles {

  private UnfinishedFiles() {}

  /** Removes them; no run may be writing there. */
  static void removeFrom(Path directory) {
    for (String name : LocalFiles.names(directory)) {
      if (name.startsWith(OutputNames.UNFINISHED)) {
        remove(directory.resolve(name));
      }
    }
  }

  private static void remove(Path file) {
    try {
      MoreFiles.deleteRecursively(file, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
