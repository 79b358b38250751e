package dagscribe.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an output line adds to a record, and how they come off again when such a line is
 * read as input. A record's own fields of these names are kept under {@code original}, so that a
 * chain of reruns loses nothing and piles nothing up.
 */
final class ReplayFields {

  static final String SOURCE = "source";
  static final String RAW = "raw";
  private static final String KIND = "kind";
  private static final String MESSAGE = "message";
  private static final String ATTEMPTS = "attempts";
  private static final String REASON = "reason";
  private static final String ORIGINAL = "original";

  /** All names that are ours on a line that holds a record. */
  private static final List<String> NAMES =
      List.of(SOURCE, KIND, MESSAGE, ATTEMPTS, REASON, "passes", ORIGINAL);

  private ReplayFields() {}

  /** Adds our fields; what the record has under any of our names moves aside. */
  static void wrap(ObjectNode record, ObjectNode ours) {
    ObjectNode original = JsonNodeFactory.instance.objectNode();
    for (String name : NAMES) {
      @Nullable JsonNode own = record.remove(name);
      if (own != null) {
        original.set(name, own);
      }
    }
    record.setAll(ours);
    if (!original.isEmpty()) {
      record.set(ORIGINAL, original);
    }
  }

  /** Takes the fields of ours off a record that one of our output lines holds. */
  static void unwrap(ObjectNode record) {
    if (!isOurs(record)) {
      return;
    }
    @Nullable JsonNode original = record.get(ORIGINAL);
    record.remove(NAMES);
    if (original instanceof ObjectNode own) {
      record.setAll(own);
    }
  }

  /** Whether this is our line for what was no record, which is none this time either. */
  static boolean isMalformed(ObjectNode line) {
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    return names.equals(List.of("id", RAW, KIND, MESSAGE, ATTEMPTS, SOURCE))
        && line.path("id").isTextual()
        && line.path(RAW).isTextual()
        && line.path(KIND).asText().equals(RecordLines.MALFORMED)
        && isOurs(line);
  }

  /** Why our line for what was no record said that it is none. */
  static String message(ObjectNode line) {
    return line.path(MESSAGE).asText();
  }

  // A record may have a source of its own, of the same form: it is ours with its companions only.
  private static boolean isOurs(ObjectNode line) {
    boolean failed = line.path(KIND).isTextual() && line.path(ATTEMPTS).isIntegralNumber();
    boolean explained = line.path(MESSAGE).isTextual() && (failed || line.path(REASON).isTextual());
    return explained
        && line.get(SOURCE) instanceof ObjectNode source
        && source.size() == 2
        && source.path("file").isTextual()
        && source.path("line").isIntegralNumber();
  }
}
