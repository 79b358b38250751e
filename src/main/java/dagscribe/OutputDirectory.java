package dagscribe;

import dagscribe.input.LocalFiles;
import dagscribe.options.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The directory of the results. One run's results never mix with another's, and no result is
 * removed unless the operator says so. Files that are not results are never touched.
 *
 * @param path of any file system on the class path; need not exist
 */
record OutputDirectory(String path) {

  private static final List<String> RESULTS =
      List.of(
          "instructions-*-of-*.jsonl",
          "skipped-*-of-*.jsonl",
          "failed-*-of-*.jsonl",
          "deferred-*-of-*.jsonl",
          "review-*-of-*.jsonl",
          "report.json",
          "report.html");

  /**
   * Refuses a directory that this run must not use.
   *
   * @param input files that the run will read
   * @param overwrite whether results of another run may be removed
   * @throws UsageException if there are such results and they may not be removed, or are input
   */
  void check(Collection<ResourceId> input, boolean overwrite) {
    refuseFile();
    List<ResourceId> results = results();
    if (!results.isEmpty() && !overwrite) {
      throw new UsageException(
          "--output="
              + path
              + " holds another run's results: choose another directory, or"
              + " --overwrite to replace them");
    }
    refuseInput(results, input);
  }

  /** Removes the results of another run. */
  void clear() {
    try {
      FileSystems.delete(results());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the folder for unfinished files that Beam leaves behind, if it is empty. */
  void tidy() {
    File unfinished = new File(path, ".temp-beam");
    String[] left = unfinished.list();
    if (left != null && left.length == 0 && !unfinished.delete()) {
      throw new UncheckedIOException(new IOException(unfinished + " cannot be removed"));
    }
  }

  /**
   * Refuses what is no directory.
   *
   * @throws UsageException if it is a file
   */
  void refuseFile() {
    if (match(List.of(path)).anyMatch(id -> !id.isDirectory())) {
      throw new UsageException("--output=" + path + ": must be a directory, and is a file");
    }
  }

  private List<ResourceId> results() {
    return match(RESULTS.stream().map(name -> path + "/" + name).toList()).toList();
  }

  private void refuseInput(List<ResourceId> results, Collection<ResourceId> input) {
    Set<String> read = input.stream().map(LocalFiles::identity).collect(Collectors.toSet());
    for (ResourceId result : results) {
      if (read.contains(LocalFiles.identity(result))) {
        throw new UsageException(
            "--overwrite would destroy the input " + result + ": choose another --output");
      }
    }
  }

  private Stream<ResourceId> match(List<String> specs) {
    try {
      return FileSystems.match(specs, EmptyMatchTreatment.ALLOW).stream()
          .flatMap(OutputDirectory::metadata)
          .map(MatchResult.Metadata::resourceId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--output=" + path + ": " + e.getMessage());
    }
  }

  private static Stream<MatchResult.Metadata> metadata(MatchResult result) {
    try {
      return result.metadata().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
