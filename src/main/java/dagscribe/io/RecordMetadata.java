package dagscribe.io;

import com.fasterxml.jackson.databind.JsonNode;
import dagscribe.dag.Dag;
import dagscribe.dag.GivenFacts;

/** What a record's {@code metadata} states of its DAG. */
public final class RecordMetadata {

  private RecordMetadata() {}

  /** Facts stated by the record, empty without metadata. */
  public static GivenFacts of(Dag dag) {
    JsonNode metadata = RecordLines.extra(dag).path("metadata");
    return GivenFacts.of(metadata);
  }
}
