package dagscribe.plan;

import dagscribe.input.LocalFiles;
import dagscribe.options.UsageException;
import dagscribe.steps.RunFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;

/**
 * The directory of the results. One run's results never mix with another's, and no result is
 * removed unless the operator says so. Files that no run wrote are never touched, whatever their
 * names, and no link is followed.
 *
 * @param path of any file system on the class path; need not exist
 */
public record OutputDirectory(String path) {

  /**
   * Refuses a directory that this run must not use.
   *
   * @param input files that the run will read
   * @param overwrite whether results of another run may be removed
   * @throws UsageException if there are such results and they may not be removed, or are input, or
   *     if a file that no run wrote has the name of one
   */
  public void check(Collection<ResourceId> input, boolean overwrite) {
    refuseFile();
    List<String> names = names();
    Set<String> results = results(names);
    refuseForeign(names, results);
    if (!results.isEmpty() && !overwrite) {
      throw new UsageException(
          "--output="
              + path
              + " holds another run's results: choose another directory, or"
              + " --overwrite to replace them");
    }
    refuseInput(results, input);
  }

  /** Removes the results of another run. Of a link, the link and not what it points to. */
  public void clear() {
    List<ResourceId> results = results(names()).stream().map(this::file).toList();
    try {
      FileSystems.delete(results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes the folder for unfinished files that Beam leaves behind. */
  public void tidy() {
    if (isLocal()) {
      UnfinishedFiles.removeFrom(Path.of(path));
    }
  }

  /**
   * Refuses what is no directory.
   *
   * @throws UsageException if it is a file
   */
  public void refuseFile() {
    if (isFile()) {
      throw new UsageException("--output=" + path + ": must be a directory, and is a file");
    }
  }

  // Beam would look through everything below the directory above one that does not exist yet.
  private boolean isFile() {
    return LocalFiles.isElsewhere(path)
        ? match(path).anyMatch(id -> !id.isDirectory())
        : Files.exists(Path.of(path)) && !Files.isDirectory(Path.of(path));
  }

  private Set<String> results(List<String> names) {
    RunFiles run = RunFiles.in(path, names);
    return names.stream()
        .filter(run::wrote)
        .filter(name -> !isLocal() || !LocalFiles.isDirectory(Path.of(path, name)))
        .collect(Collectors.toSet());
  }

  // It would be replaced by a file of this run, or be taken for one.
  private void refuseForeign(List<String> names, Set<String> results) {
    for (String name : names) {
      if (RunFiles.isNamedLikeOne(name) && !results.contains(name)) {
        throw new UsageException(
            "--output="
                + path
                + " holds "
                + name
                + ", which no run wrote: move it, or choose another directory");
      }
    }
  }

  private void refuseInput(Set<String> results, Collection<ResourceId> input) {
    Set<String> read = input.stream().map(LocalFiles::identity).collect(Collectors.toSet());
    for (String name : results) {
      ResourceId result = file(name);
      if (read.contains(LocalFiles.identity(result))) {
        throw new UsageException(
            "--overwrite would destroy the input " + result + ": choose another --output");
      }
    }
  }

  private List<String> names() {
    return isLocal()
        ? LocalFiles.names(Path.of(path))
        : match(path + "/*").map(ResourceId::getFilename).sorted().toList();
  }

  private boolean isLocal() {
    return LocalFiles.isLocal(directory());
  }

  private ResourceId file(String name) {
    return directory().resolve(name, StandardResolveOptions.RESOLVE_FILE);
  }

  private ResourceId directory() {
    return FileSystems.matchNewResource(path, true);
  }

  private Stream<ResourceId> match(String spec) {
    try {
      return FileSystems.match(spec, EmptyMatchTreatment.ALLOW).metadata().stream()
          .map(MatchResult.Metadata::resourceId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--output=" + path + ": " + e.getMessage());
    }
  }
}
