package dagscribe.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.claude.Usage;
import dagscribe.dag.Dag;
import dagscribe.dag.Difficulty;
import dagscribe.dag.ScoredDag;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.prompt.Finding;
import dagscribe.prompt.Grounding;
import dagscribe.report.Destination;
import java.util.Locale;

/** Lines for DAGs that got an instruction, in the shape that was asked for. Thread-safe. */
public final class InstructionLines {

  private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();
  private static final String ORIGINAL = "original";

  private InstructionLines() {}

  /**
   * Renders a pair.
   *
   * @param grounding how the instruction stands to the facts of its source
   */
  public static OutputLine of(
      DagOutcome outcome,
      Result.Instruction instruction,
      Grounding grounding,
      OutputFormat format) {
    String content = outcome.dag().dag().content();
    ObjectNode json =
        switch (format) {
          case FULL -> full(outcome, instruction, grounding);
          case ALPACA -> alpaca(instruction.text(), content);
          case CHAT -> chat(instruction.text(), content);
        };
    return new OutputLine(Destination.INSTRUCTIONS, "", json.toString());
  }

  private static ObjectNode alpaca(String instruction, String content) {
    return NODES
        .objectNode()
        .put("instruction", instruction)
        .put("input", "")
        .put("output", content);
  }

  private static ObjectNode chat(String instruction, String content) {
    ObjectNode json = NODES.objectNode();
    json.putArray("messages").add(message("user", instruction)).add(message("assistant", content));
    return json;
  }

  private static ObjectNode message(String role, String content) {
    return NODES.objectNode().put("role", role).put("content", content);
  }

  private static ObjectNode full(
      DagOutcome outcome, Result.Instruction instruction, Grounding grounding) {
    ScoredDag scored = outcome.dag();
    Dag dag = scored.dag();
    ObjectNode json = NODES.objectNode();
    json.put("id", dag.id());
    json.put("instruction", instruction.text());
    json.put("output", dag.content());
    json.put("difficulty", Difficulty.of(scored.facts()).name().toLowerCase(Locale.ROOT));
    json.put("model", instruction.model());
    json.put("pass", "first");
    json.put("cached", instruction.origin() == Result.Origin.CACHED);
    json.put("duplicateOf", outcome.duplicateOf());
    json.put("contentSha256", scored.contentSha256());
    json.put("priority", scored.priority().score());
    json.set("grounding", grounding(grounding));
    json.set("checks", checks(grounding));
    json.put("promptVersion", instruction.promptVersion());
    json.set("usage", usage(outcome, instruction));
    json.set("source", RecordLines.source(dag.origin()));
    addExtra(json, RecordLines.extra(dag));
    return json;
  }

  private static ObjectNode grounding(Grounding grounding) {
    return NODES
        .objectNode()
        .put("agrees", grounding.agrees())
        .put("contradicts", grounding.contradicts())
        .put("coverage", Math.round(grounding.coverage() * 1_000) / 1_000.0);
  }

  private static ArrayNode checks(Grounding grounding) {
    ArrayNode checks = NODES.arrayNode();
    for (Finding finding : grounding.findings()) {
      checks
          .addObject()
          .put("check", finding.check())
          .put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT))
          .put("source", finding.source())
          .put("said", finding.said());
    }
    return checks;
  }

  // What this line cost in this run, so that the lines of a run add up to its bill.
  private static ObjectNode usage(DagOutcome outcome, Result.Instruction instruction) {
    boolean paid = instruction.origin() == Result.Origin.ASKED && outcome.duplicateOf() == null;
    Usage usage = paid ? instruction.usage() : Usage.NONE;
    Double costUsd = instruction.costUsd();
    return NODES
        .objectNode()
        .put("inputTokens", usage.inputTokens() + usage.cacheCreationInputTokens())
        .put("outputTokens", usage.outputTokens())
        .put("cacheReadInputTokens", usage.cacheReadInputTokens())
        .put("costUsd", paid || costUsd == null ? costUsd : Double.valueOf(0));
  }

  // A record's own field never replaces one of ours; it moves aside, and is not lost.
  private static void addExtra(ObjectNode json, ObjectNode extra) {
    JsonNode metadata = extra.remove("metadata");
    json.set("metadata", metadata == null ? NODES.nullNode() : metadata);
    ObjectNode original = NODES.objectNode();
    extra
        .properties()
        .forEach(
            field -> {
              boolean isOurs = json.has(field.getKey()) || field.getKey().equals(ORIGINAL);
              (isOurs ? original : json).set(field.getKey(), field.getValue());
            });
    if (!original.isEmpty()) {
      json.set(ORIGINAL, original);
    }
  }
}
