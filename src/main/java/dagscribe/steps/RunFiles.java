package dagscribe.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dagscribe.records.Json;
import dagscribe.report.DataCard;
import dagscribe.report.ReportPage;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the results that a run left in a directory from other files of such names.
 *
 * <p>The run's report lists its files of lines. Where there is no report, as after a run that was
 * killed, or one that does not list them, each file whose name is exactly of the form is a result.
 * Reports and card are known by what they hold; one that cannot be read is not known to be a run's.
 */
public final class RunFiles {

  private static final List<String> TEXTS =
      List.of(WriteReport.JSON_FILE, WriteReport.HTML_FILE, WriteReport.CARD_FILE);

  private final String directory;
  private final JsonNode report;

  private RunFiles(String directory, JsonNode report) {
    this.directory = directory;
    this.report = report;
  }

  /**
   * The results in a directory.
   *
   * @param names of all files there
   */
  public static RunFiles in(String directory, Collection<String> names) {
    boolean isThere = names.contains(WriteReport.JSON_FILE);
    return new RunFiles(directory, isThere ? report(directory) : MissingNode.getInstance());
  }

  /** Whether a file has the name of a result. */
  public static boolean isNamedLikeOne(String name) {
    return OutputNames.isOne(name) || TEXTS.contains(name);
  }

  /** Whether a run wrote the file of this name. */
  public boolean wrote(String name) {
    return switch (name) {
      case WriteReport.JSON_FILE -> isOurs();
      case WriteReport.HTML_FILE -> holds(name, ReportPage.MARK);
      case WriteReport.CARD_FILE -> holds(name, DataCard.MARK);
      default -> OutputNames.isOne(name) && (!listsFiles() || listed().contains(name));
    };
  }

  private boolean isOurs() {
    return report.path("dagscribe").isTextual() && report.path("ledger").isObject();
  }

  // Reports of an input without end count their files and do not list them.
  private boolean listsFiles() {
    long files = 0;
    for (JsonNode count : report.path("files")) {
      files += count.asLong();
    }
    return isOurs() && report.path("written").size() == files;
  }

  private Set<String> listed() {
    Set<String> names = new HashSet<>();
    report.path("written").forEach(name -> names.add(name.asText()));
    return names;
  }

  private boolean holds(String name, String mark) {
    try {
      return new TextFile(directory, name).read().contains(mark);
    } catch (IOException e) {
      return false;
    }
  }

  private static JsonNode report(String directory) {
    try {
      return Json.MAPPER.readTree(WriteReport.read(directory));
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }
}
