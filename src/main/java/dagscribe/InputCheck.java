package dagscribe;

import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Looks for the input before anything runs. */
final class InputCheck {

  private InputCheck() {}

  /**
   * The files that the patterns match now.
   *
   * @throws InputException if a pattern matches no file and none is waited for, or a local file may
   *     not be read
   * @throws UsageException if no file system of this name is on the class path
   */
  static InputFiles files(RunConfig.Files config) {
    boolean mayCome = config.watch() != null;
    return new InputFiles(
        config.inputPatterns().stream()
            .flatMap(pattern -> files(pattern, mayCome).stream())
            .toList());
  }

  private static List<MatchResult.Metadata> files(String pattern, boolean mayCome) {
    List<MatchResult.Metadata> files =
        match(pattern).stream().filter(file -> !file.resourceId().isDirectory()).toList();
    if (files.isEmpty() && !mayCome) {
      throw new InputException("--input=" + pattern + ": no file matches");
    }
    files.forEach(file -> checkReadable(file.resourceId()));
    return files;
  }

  private static List<MatchResult.Metadata> match(String pattern) {
    try {
      if (!LocalFiles.mayMatch(pattern)) {
        return List.of();
      }
      return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata();
    } catch (IOException e) {
      throw new InputException("--input=" + pattern + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--input=" + pattern + ": " + e.getMessage());
    }
  }

  private static void checkReadable(ResourceId file) {
    if (LocalFiles.isLocal(file) && !Files.isReadable(Path.of(file.toString()))) {
      throw new InputException("--input: " + file + " cannot be read");
    }
  }
}
