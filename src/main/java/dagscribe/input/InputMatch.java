package dagscribe.input;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;

/**
 * Finds the files under some patterns: each file once, however many patterns, links and spellings
 * lead to it, under the first of its names. The order is that of the patterns, then of the names,
 * so that it is the same in every run.
 */
public final class InputMatch {

  private InputMatch() {}

  /**
   * The files that are there now.
   *
   * @param mayBeNone whether a pattern may match nothing
   * @throws UnreadableInputException if a pattern matches nothing, its directory cannot be listed,
   *     or it matches a file whose name this process cannot carry
   * @throws IllegalArgumentException if no file system of this name is on the class path
   */
  public static List<InputFile> files(List<String> patterns, boolean mayBeNone)
      throws UnreadableInputException {
    Map<String, InputFile> files = new LinkedHashMap<>();
    for (String pattern : patterns) {
      UnnameableFiles.refuse(pattern);
      List<MatchResult.Metadata> matched = match(pattern);
      if (matched.isEmpty() && !mayBeNone) {
        throw new UnreadableInputException("--input=" + pattern + ": no file matches");
      }
      matched.forEach(
          file -> files.putIfAbsent(LocalFiles.identity(file.resourceId()), InputFile.of(file)));
    }
    return List.copyOf(files.values());
  }

  private static List<MatchResult.Metadata> match(String pattern) throws UnreadableInputException {
    if (!LocalFiles.mayMatch(pattern)) {
      return List.of();
    }
    try {
      return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata().stream()
          .filter(file -> !file.resourceId().isDirectory())
          .sorted(Comparator.comparing(file -> file.resourceId().toString()))
          .toList();
    } catch (IOException e) {
      throw new UnreadableInputException("--input=" + pattern + ": " + e.getMessage());
    }
  }
}
