package dagscribe.input;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.file.InvalidPathException;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being read from its beginning. How it is compressed is told by its first bytes and
 * not by its name, as names are wrong now and then; a file of several members is read to the end of
 * the last.
 *
 * @param text what the file holds, decompressed
 * @param isCompressed whether it had to be
 */
public record OpenFile(InputStream text, boolean isCompressed) implements Closeable {

  private static final int MAGIC_BYTES = 4;

  /**
   * Opens a file.
   *
   * @param name as its file system says it
   */
  public static OpenFile of(String name) throws IOException {
    InputStream raw = Channels.newInputStream(FileSystems.open(resource(name)));
    try {
      return of(raw);
    } catch (IOException | RuntimeException e) {
      try (raw) {
        throw e;
      }
    }
  }

  private static OpenFile of(InputStream raw) throws IOException {
    byte[] magic = raw.readNBytes(MAGIC_BYTES);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), raw);
    Compression compression = compression(magic);
    return compression == Compression.UNCOMPRESSED
        ? new OpenFile(whole, false)
        : new OpenFile(
            Channels.newInputStream(compression.readDecompressed(Channels.newChannel(whole))),
            true);
  }

  private static ResourceId resource(String name) throws IOException {
    try {
      return FileSystems.matchNewResource(name, false);
    } catch (InvalidPathException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static Compression compression(byte[] magic) {
    if (Magic.starts(magic, "\u001f\u008b")) {
      return Compression.GZIP;
    }
    if (Magic.starts(magic, "(\u00b5/\u00fd")) {
      return Compression.ZSTD;
    }
    return Magic.starts(magic, "BZh") ? Compression.BZIP2 : Compression.UNCOMPRESSED;
  }

  /**
   * What is wrong with the file by its beginning, as {@link FileKind} says it; null if nothing is.
   * Reads on.
   */
  public @Nullable String complaint(String contentField) throws IOException {
    return FileKind.complaint(FileHead.of(text), contentField);
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
