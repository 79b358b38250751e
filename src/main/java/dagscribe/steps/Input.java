package dagscribe.steps;

import dagscribe.input.InputFile;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be read.
 *
 * @param files the files that the patterns matched when the run began, each once
 * @param patterns where to look for more files, if that goes on
 * @param watch how often to look for more; null to read these files and no more
 * @param contentField name of the field that holds the source
 */
public record Input(
    List<InputFile> files, List<String> patterns, @Nullable Duration watch, String contentField)
    implements Serializable {

  public Input {
    files = List.copyOf(files);
    patterns = List.copyOf(patterns);
  }

  /** The same for the files that are there, and no more. */
  public Input once() {
    return new Input(files, patterns, null, contentField);
  }

  boolean isEndless() {
    return watch != null;
  }
}
