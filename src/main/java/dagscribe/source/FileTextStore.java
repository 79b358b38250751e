package dagscribe.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Appends large texts to a file, each copy of this to a file of its own. */
final class FileTextStore implements TextStore {

  private static final long serialVersionUID = 1;

  /** Several times the usual source; to write and read it takes less time than to parse it. */
  static final int LARGE_CHARS = 16 << 10;

  private final String directory;
  private transient @Nullable Path file;
  private transient long length;

  /**
   * @param directory exists
   */
  FileTextStore(String directory) {
    this.directory = directory;
  }

  @Override
  public Text put(Text text) {
    return text instanceof Text.InMemory memory && memory.read().length() >= LARGE_CHARS
        ? write(memory.read().getBytes(StandardCharsets.UTF_8))
        : text;
  }

  private synchronized Text write(byte[] bytes) {
    try {
      Path own = own();
      try (OutputStream out = Files.newOutputStream(own, StandardOpenOption.APPEND)) {
        out.write(bytes);
      } catch (IOException e) {
        file = null;
        throw e;
      }
      length += bytes.length;
      return Text.in(own.toString(), length - bytes.length, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException("a large record cannot be laid aside in " + directory, e);
    }
  }

  private Path own() throws IOException {
    Path own = file;
    if (own == null) {
      own = Files.createTempFile(Path.of(directory), "texts-", "");
      file = own;
      length = 0;
    }
    return own;
  }
}
