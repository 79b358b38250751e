package dagscribe.input;

import java.io.Serializable;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * One file of the input.
 *
 * @param name as its file system says it
 * @param sizeBytes as it lies there, compressed or not
 * @param isSeekable whether blocks of it can be read for themselves
 */
public record InputFile(String name, long sizeBytes, boolean isSeekable) implements Serializable {

  /** How much JSON usually shrinks: 5 times and more on our corpus. */
  private static final int COMPRESSION_RATIO = 5;

  static InputFile of(MatchResult.Metadata file) {
    return new InputFile(
        file.resourceId().toString(), file.sizeBytes(), file.isReadSeekEfficient());
  }

  /** The file as Beam knows it. */
  public ResourceId resource() {
    return FileSystems.matchNewResource(name, false);
  }

  /** Bytes of text in the file; an estimate by its name if it seems to be compressed. */
  public long textBytes() {
    boolean isPlain = Compression.detect(name) == Compression.UNCOMPRESSED;
    return isPlain ? sizeBytes : sizeBytes * COMPRESSION_RATIO;
  }
}
