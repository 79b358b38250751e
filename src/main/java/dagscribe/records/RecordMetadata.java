package dagscribe.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.source.Dag;
import dagscribe.source.airflow.GivenFacts;

/** What a record's {@code metadata} states of its DAG. */
public final class RecordMetadata {

  private RecordMetadata() {}

  /** Facts stated by the record, empty without metadata. */
  public static GivenFacts of(Dag dag) {
    return GivenFacts.of(object(RecordLines.extra(dag).path("metadata")));
  }

  /**
   * The metadata itself. Tables keep objects as their text, so that an object in a string is taken
   * for the object, and an empty string for none.
   *
   * @return an object if that is what the field holds, and whatever it holds otherwise
   */
  static JsonNode object(JsonNode field) {
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
}
