package dagscribe.steps;

import java.io.IOException;
import java.io.Serializable;

/**
 * The file in an output directory that says which work is not done yet.
 *
 * @param directory of any file system
 * @param work what decides the results, as one word
 */
public record OutputMark(String directory, String work) implements Serializable {

  /** Name of the file. */
  public static final String FILE = ".dagscribe-unfinished";

  void put() throws IOException {
    file().write("text/plain", work);
  }

  void remove() throws IOException {
    file().delete();
  }

  private TextFile file() {
    return new TextFile(directory, FILE);
  }
}
