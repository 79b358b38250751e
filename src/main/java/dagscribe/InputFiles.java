package dagscribe;

import java.util.List;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The files of the input.
 *
 * @param files what the patterns match
 */
record InputFiles(List<MatchResult.Metadata> files) {

  /** How much JSON usually shrinks: 5 times and more on our corpus. */
  private static final int COMPRESSION_RATIO = 5;

  InputFiles {
    files = List.copyOf(files);
  }

  List<ResourceId> ids() {
    return files.stream().map(MatchResult.Metadata::resourceId).toList();
  }

  /** Bytes of text in all files; an estimate for compressed ones. */
  long bytes() {
    return files.stream().mapToLong(InputFiles::bytes).sum();
  }

  private static long bytes(MatchResult.Metadata file) {
    boolean plain = Compression.detect(file.resourceId().toString()) == Compression.UNCOMPRESSED;
    return plain ? file.sizeBytes() : file.sizeBytes() * COMPRESSION_RATIO;
  }
}
