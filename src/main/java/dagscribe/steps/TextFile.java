package dagscribe.steps;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * A small text file in the output directory, of whatever file system that is.
 *
 * @param name of the file in the directory
 */
record TextFile(String directory, String name) {

  String read() throws IOException {
    try (ReadableByteChannel channel = FileSystems.open(file(name))) {
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Writes the file; replaces it if it is there. It is complete or absent, and what replaces it is
   * a new file: a link of that name is replaced, and what it points to stays as it is.
   */
  void write(String mimeType, String text) throws IOException {
    ResourceId unfinished = file(OutputNames.UNFINISHED + UUID.randomUUID());
    try (WritableByteChannel channel = FileSystems.create(unfinished, mimeType)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
    FileSystems.rename(List.of(unfinished), List.of(file(name)));
  }

  /** Deletes the file if it is there. */
  void delete() throws IOException {
    FileSystems.delete(List.of(file(name)), StandardMoveOptions.IGNORE_MISSING_FILES);
  }

  private ResourceId file(String file) {
    return FileSystems.matchNewResource(directory, true)
        .resolve(file, StandardResolveOptions.RESOLVE_FILE);
  }
}
