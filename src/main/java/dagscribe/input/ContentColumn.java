package dagscribe.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records that have their source under another name than the one that is looked for. */
public final class ContentColumn {

  /** What others call it, the likeliest first. */
  private static final List<String> USUAL =
      List.of(
          "content",
          "code",
          "text",
          "source_code",
          "source",
          "python",
          "python_code",
          "dag",
          "file_content",
          "body",
          "raw");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private ContentColumn() {}

  /**
   * What is wrong with records that all have their source elsewhere; null if one has it where it is
   * looked for, or none seems to have any.
   */
  static @Nullable String complaint(String lines, String contentField) {
    List<ObjectNode> records = records(lines);
    if (records.isEmpty() || records.stream().anyMatch(record -> isOurs(record, contentField))) {
      return null;
    }
    return guess(records).map(name -> "it has " + advice(name, contentField)).orElse(null);
  }

  /** Why a record has no content, with the name under which it may have it. */
  public static String missing(ObjectNode record, String contentField) {
    return guess(List.of(record))
        .map(name -> "no " + contentField + ": the record has " + advice(name, contentField))
        .orElse("no " + contentField);
  }

  private static String advice(String name, String contentField) {
    return "`" + name + "` instead of `" + contentField + "`: --contentField=" + name;
  }

  private static boolean isOurs(ObjectNode record, String contentField) {
    boolean isMalformedLine = record.has("raw") && record.has("kind") && record.has("attempts");
    return record.has(contentField) || isMalformedLine;
  }

  private static List<ObjectNode> records(String lines) {
    List<ObjectNode> records = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      if (parse(line) instanceof ObjectNode record) {
        records.add(record);
      }
    }
    return records;
  }

  /** A line that is no JSON has its own failure later, and says nothing of the others. */
  private static @Nullable JsonNode parse(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** A text of several lines in all records, or else a text by one of the usual names. */
  private static Optional<String> guess(List<ObjectNode> records) {
    List<String> names = new ArrayList<>(USUAL);
    records.get(0).fieldNames().forEachRemaining(names::add);
    Optional<String> likely = names.stream().filter(name -> all(records, name, true)).findFirst();
    return likely.isPresent()
        ? likely
        : USUAL.stream().filter(name -> all(records, name, false)).findFirst();
  }

  private static boolean all(List<ObjectNode> records, String name, boolean isLong) {
    return records.stream()
        .map(record -> record.path(name))
        .allMatch(text -> text.isTextual() && (!isLong || hasLines(text)));
  }

  private static boolean hasLines(JsonNode text) {
    return text.textValue().strip().indexOf('\n') >= 0;
  }
}
