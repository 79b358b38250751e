package dagscribe.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.generate.Result;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.ScoredDag;
import dagscribe.source.Skip;
import dagscribe.totals.Destination;
import org.jspecify.annotations.Nullable;

/**
 * Lines for records that got no instruction. Failed and deferred lines hold the whole record and so
 * are valid input; every line carries the id and the source. Thread-safe.
 */
public final class RecordLines {

  /** Kind of a line that is not a record. */
  public static final String MALFORMED = "MALFORMED";

  private static final ObjectMapper MAPPER = Json.MAPPER;
  private static final JsonNodeFactory NODES = MAPPER.getNodeFactory();

  private RecordLines() {}

  /**
   * A line of the input that is not a record, under its own id if that can be read. One that a
   * former run wrote for such a line stays as it was, but for its source.
   */
  public static OutputLine malformed(SourceLine line, String message) {
    ObjectNode json = NODES.objectNode();
    String text = line.text();
    ObjectNode before = malformedBefore(line, text);
    String id = OwnId.in(text);
    json.put("id", id == null ? RecordId.of(line.origin()) : id);
    json.put(ReplayFields.RAW, before == null ? text : before.path(ReplayFields.RAW).asText());
    json.setAll(failure(MALFORMED, message, 0));
    json.set(ReplayFields.SOURCE, source(line.origin()));
    return new OutputLine(Destination.FAILED, MALFORMED, json.toString());
  }

  private static @Nullable ObjectNode malformedBefore(SourceLine line, String text) {
    if (line.defect() != null) {
      return null;
    }
    try {
      return MAPPER.readTree(text) instanceof ObjectNode object && ReplayFields.isMalformed(object)
          ? object
          : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** A DAG that could not be done. */
  public static OutputLine failed(Dag dag, Result.Failure failure) {
    ObjectNode ours = failure(failure.kind(), failure.message(), failure.attempts());
    return line(Destination.FAILED, failure.kind(), dag, ours);
  }

  /** A DAG that was not asked for. */
  public static OutputLine deferred(Dag dag, Result.Deferral deferral) {
    ObjectNode ours = NODES.objectNode();
    ours.put("reason", deferral.kind()).put("message", deferral.message());
    return line(Destination.DEFERRED, deferral.kind(), dag, ours);
  }

  /** A DAG that is not worth asking for. The source stays in the input. */
  public static OutputLine skipped(ScoredDag scored, Skip skip) {
    ObjectNode json = NODES.objectNode();
    json.put("id", scored.dag().id());
    json.put("reason", skip.reason().name());
    json.put("message", skip.detail());
    json.put("priority", scored.priority().score());
    json.set("priorityReasons", MAPPER.valueToTree(scored.priority().reasons()));
    json.put("contentSha256", scored.contentSha256());
    json.set(ReplayFields.SOURCE, source(scored.dag().origin()));
    return new OutputLine(Destination.SKIPPED, skip.reason().name(), json.toString());
  }

  /** A DAG that a person must look at, with what the model wrote. */
  public static OutputLine review(ScoredDag scored, Result.Review review) {
    ObjectNode pass = NODES.objectNode();
    pass.put("pass", review.pass()).put("model", review.model()).put("text", review.text());
    ObjectNode ours = NODES.objectNode();
    ours.put("reason", review.reason().name()).put("message", review.message());
    ours.put("attempts", review.attempts()).putArray("passes").add(pass);
    return line(Destination.REVIEW, review.reason().name(), scored.dag(), ours);
  }

  /** The record's own further fields. */
  static ObjectNode extra(Dag dag) {
    try {
      return (ObjectNode) MAPPER.readTree(dag.extra());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("fields of " + dag.origin() + " are no longer JSON", e);
    }
  }

  /** Where a record was read. */
  static ObjectNode source(Origin origin) {
    return NODES.objectNode().put("file", origin.file()).put("line", origin.line());
  }

  private static ObjectNode failure(String kind, String message, int attempts) {
    return NODES.objectNode().put("kind", kind).put("message", message).put("attempts", attempts);
  }

  private static OutputLine line(Destination destination, String reason, Dag dag, ObjectNode ours) {
    ObjectNode json = NODES.objectNode();
    json.put("id", dag.id());
    json.put(dag.contentField(), dag.content());
    json.setAll(extra(dag));
    ours.set(ReplayFields.SOURCE, source(dag.origin()));
    ReplayFields.wrap(json, ours);
    return new OutputLine(destination, reason, json.toString());
  }
}
