package dagscribe.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.input.ContentColumn;
import dagscribe.source.Dag;
import dagscribe.source.StatedDag;
import dagscribe.source.airflow.GivenFacts;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record from a line: an object with a source, and perhaps {@code id} and {@code metadata};
 * every other field is kept. Thread-safe.
 */
public final class RecordParser {

  private static final Pattern SURROGATE_ESCAPE = Pattern.compile("\\\\u[dD][89a-fA-F]");

  private RecordParser() {}

  /**
   * Parses a line.
   *
   * @param contentField name of the field that holds the source
   * @throws MalformedRecordException if the line is not a record
   */
  public static StatedDag parse(SourceLine line, String contentField)
      throws MalformedRecordException {
    String defect = line.defect();
    if (defect != null) {
      throw new MalformedRecordException(defect);
    }
    String text = line.text();
    ObjectNode record = object(text);
    requireUnicode(text, record);
    if (ReplayFields.isMalformed(record)) {
      throw new MalformedRecordException(ReplayFields.message(record));
    }
    ReplayFields.unwrap(record);
    FiniteNumbers.require(record);
    String content = content(record, contentField);
    String id = id(record.remove("id"), line);
    GivenFacts given = given(metadata(record.path("metadata")));
    Dag dag = new Dag(id, line.origin(), content, contentField, record.toString());
    return new StatedDag(dag, given);
  }

  private static ObjectNode object(String text) throws MalformedRecordException {
    JsonNode node;
    try {
      node = Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedRecordException(JsonProblem.of(e));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new MalformedRecordException("not a JSON object but " + describe(node));
  }

  private static String content(ObjectNode record, String field) throws MalformedRecordException {
    @Nullable JsonNode content = record.remove(field);
    if (content == null) {
      throw new MalformedRecordException(ContentColumn.missing(record, field));
    }
    if (!content.isTextual()) {
      throw new MalformedRecordException(field + " must be a string, not " + describe(content));
    }
    return content.textValue();
  }

  private static String id(@Nullable JsonNode id, SourceLine line) throws MalformedRecordException {
    if (id == null || id.isNull() || (id.isTextual() && id.textValue().isBlank())) {
      return RecordId.of(line.origin());
    }
    String stated = RecordId.stated(id);
    if (stated != null) {
      return stated;
    }
    throw new MalformedRecordException("id must be a string, not " + describe(id));
  }

  /**
   * The metadata itself. Tables keep objects as their text, so that an object in a string is taken
   * for the object, and an empty string for none.
   *
   * @return an object if that is what the field holds, and whatever it holds otherwise
   */
  private static JsonNode metadata(JsonNode field) {
    if (!field.isTextual()) {
      return field;
    }
    if (field.textValue().isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return Json.MAPPER.readTree(field.textValue()) instanceof ObjectNode object ? object : field;
    } catch (JsonProcessingException e) {
      return field;
    }
  }

  private static GivenFacts given(JsonNode metadata) throws MalformedRecordException {
    if (!metadata.isMissingNode() && !metadata.isNull() && !metadata.isObject()) {
      throw new MalformedRecordException("metadata must be an object, not " + describe(metadata));
    }
    try {
      return GivenFacts.of(metadata);
    } catch (IllegalArgumentException e) {
      throw new MalformedRecordException(String.valueOf(e.getMessage()));
    }
  }

  // Half of a surrogate pair is legal in JSON and in a String, but no UTF-8 can carry it.
  private static void requireUnicode(String text, ObjectNode record)
      throws MalformedRecordException {
    if (SURROGATE_ESCAPE.matcher(text).find()) {
      CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
      if (!encoder.canEncode(record.toString())) {
        throw new MalformedRecordException("a string holds half of a surrogate pair");
      }
    }
  }

  private static String describe(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT -> "an object";
      case MISSING -> "nothing";
      default -> "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }
}
