package dagscribe.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A text, or the place where it can be read. Immutable and thread-safe. */
public sealed interface Text {

  /**
   * The text itself; one in a file is read anew each time.
   *
   * @throws UncheckedIOException if its file cannot be read
   */
  String read();

  /** What it takes in a file, in bytes; 0 if it is in memory. */
  default long bytesInFile() {
    return 0;
  }

  /** A text in memory. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Text of(String string) {
    return new InMemory(string);
  }

  /**
   * A text in a file of this machine, in UTF-8.
   *
   * @param start offset of its first byte
   */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  static Text in(
      @JsonProperty("file") String file,
      @JsonProperty("start") long start,
      @JsonProperty("bytes") int bytes) {
    return new InFile(file, start, bytes);
  }

  /** The text is at hand. */
  record InMemory(@JsonValue String read) implements Text {}

  /** The text is in a file. */
  record InFile(
      @JsonProperty("file") String file,
      @JsonProperty("start") long start,
      @JsonProperty("bytes") int bytes)
      implements Text {

    @Override
    public long bytesInFile() {
      return bytes;
    }

    // Opened each time: an interrupt closes a channel for all who share it.
    @Override
    public String read() {
      ByteBuffer buffer = ByteBuffer.allocate(bytes);
      try (FileChannel channel = FileChannel.open(Path.of(file))) {
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, start + buffer.position()) < 0) {
            throw new IOException(file + " has ended before a text in it");
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException("a text that was laid aside cannot be read", e);
      }
      return new String(buffer.array(), StandardCharsets.UTF_8);
    }
  }
}
