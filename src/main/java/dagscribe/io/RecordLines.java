package dagscribe.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.dag.Dag;
import dagscribe.dag.Origin;
import dagscribe.dag.ScoredDag;
import dagscribe.dag.Skip;
import dagscribe.generate.Result;
import dagscribe.report.Destination;

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

  /** A line of the input that is not a record. */
  public static OutputLine malformed(SourceLine line, String message) {
    ObjectNode json = NODES.objectNode();
    json.put("id", RecordId.of(line.origin()));
    json.put("raw", line.text());
    fail(json, MALFORMED, message, 0);
    return line(Destination.FAILED, MALFORMED, json, line.origin());
  }

  /** A DAG that could not be done. */
  public static OutputLine failed(Dag dag, Result.Failure failure) {
    ObjectNode json = record(dag);
    fail(json, failure.kind(), failure.message(), failure.attempts());
    return line(Destination.FAILED, failure.kind(), json, dag.origin());
  }

  /** A DAG that was not asked for. */
  public static OutputLine deferred(Dag dag, Result.Deferral deferral) {
    ObjectNode json = record(dag);
    Envelope.put(json, "reason", NODES.textNode(deferral.kind()));
    Envelope.put(json, "message", NODES.textNode(deferral.message()));
    return line(Destination.DEFERRED, deferral.kind(), json, dag.origin());
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
    return line(Destination.SKIPPED, skip.reason().name(), json, scored.dag().origin());
  }

  /** A DAG that a person must look at, with what the model wrote. */
  public static OutputLine review(ScoredDag scored, Result.Review review) {
    ObjectNode json = record(scored.dag());
    Envelope.put(json, "reason", NODES.textNode(review.reason().name()));
    Envelope.put(json, "message", NODES.textNode(review.message()));
    Envelope.put(json, "attempts", NODES.numberNode(review.attempts()));
    ObjectNode pass = NODES.objectNode();
    pass.put("pass", "first").put("model", review.model()).put("text", review.text());
    Envelope.put(json, "passes", NODES.arrayNode().add(pass));
    return line(Destination.REVIEW, review.reason().name(), json, scored.dag().origin());
  }

  private static ObjectNode record(Dag dag) {
    ObjectNode json = NODES.objectNode();
    json.put("id", dag.id());
    json.put("content", dag.content());
    json.setAll(extra(dag));
    return json;
  }

  /** The record's own further fields. */
  static ObjectNode extra(Dag dag) {
    try {
      return (ObjectNode) MAPPER.readTree(dag.extra());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("fields of " + dag.origin() + " are no longer JSON", e);
    }
  }

  private static void fail(ObjectNode json, String kind, String message, int attempts) {
    Envelope.put(json, "kind", NODES.textNode(kind));
    Envelope.put(json, "message", NODES.textNode(message));
    Envelope.put(json, "attempts", NODES.numberNode(attempts));
  }

  private static OutputLine line(
      Destination destination, String reason, ObjectNode json, Origin origin) {
    Envelope.put(json, Envelope.SOURCE, source(origin));
    return new OutputLine(destination, reason, json.toString());
  }

  /** Where a record was read. */
  static ObjectNode source(Origin origin) {
    return NODES.objectNode().put("file", origin.file()).put("line", origin.line());
  }
}
