package dagscribe.plan;

import dagscribe.input.InputFile;
import java.util.List;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The files of the input.
 *
 * @param files what the patterns match, each once
 */
public record InputFiles(List<InputFile> files) {

  public InputFiles {
    files = List.copyOf(files);
  }

  public List<ResourceId> ids() {
    return files.stream().map(InputFile::resource).toList();
  }

  /** Bytes of text in all files; an estimate for compressed ones. */
  long bytes() {
    return files.stream().mapToLong(InputFile::textBytes).sum();
  }
}
