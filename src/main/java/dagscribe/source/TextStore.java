package dagscribe.source;

import java.io.Serializable;
import java.nio.file.Path;

/** Where the texts of records are while a runner holds the records. Thread-safe. */
public interface TextStore extends Serializable {

  /** Leaves all texts in memory. */
  TextStore IN_MEMORY = text -> text;

  /**
   * Lays large texts aside in files of a directory, for runners that hold every record of a
   * collection and have all their workers in this process.
   *
   * @param directory exists, and lasts as long as the texts
   */
  static TextStore inFilesOf(Path directory) {
    return new FileTextStore(directory.toString());
  }

  /**
   * The same text, at the place where it is to be.
   *
   * @throws java.io.UncheckedIOException if it cannot be written there
   */
  Text put(Text text);
}
