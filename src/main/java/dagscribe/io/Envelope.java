package dagscribe.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an output line adds to a record, and how they come off again when such a line is
 * read as input. A record's own field of the same name is kept under {@code original}, so that a
 * chain of reruns loses nothing and piles nothing up.
 */
final class Envelope {

  static final String SOURCE = "source";
  private static final String ORIGINAL = "original";

  /** Names that failed and deferred lines add; {@code source} marks a line as ours. */
  private static final List<String> ADDED =
      List.of(SOURCE, "kind", "message", "attempts", "reason", "passes");

  private Envelope() {}

  /** Sets a field of ours; what stood there goes to {@code original}. */
  static void put(ObjectNode line, String name, JsonNode value) {
    @Nullable JsonNode before = line.replace(name, value);
    if (before != null) {
      line.withObjectProperty(ORIGINAL).set(name, before);
    }
  }

  /** Takes the fields of ours off a record that one of our output lines holds. */
  static void unwrap(ObjectNode record) {
    if (!isOurs(record.get(SOURCE))) {
      return;
    }
    record.remove(ADDED);
    if (record.remove(ORIGINAL) instanceof ObjectNode original) {
      record.setAll(original);
    }
  }

  private static boolean isOurs(@Nullable JsonNode source) {
    return source instanceof ObjectNode
        && source.size() == 2
        && source.path("file").isTextual()
        && source.path("line").isIntegralNumber();
  }
}
