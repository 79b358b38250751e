package dagscribe.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.source.Dag;
import dagscribe.source.airflow.grounding.Grounding;
import dagscribe.totals.Destination;

/**
 * Lines for DAGs that got an instruction, in the shape that was asked for. All lines of a shape
 * have the same keys and types, and no null. Thread-safe.
 */
public final class InstructionLines {

  private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();

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
    Dag dag = outcome.dag().dag();
    ObjectNode json =
        switch (format) {
          case FULL -> FullLine.of(outcome, instruction, grounding);
          case ALPACA -> alpaca(dag, instruction.text());
          case CHAT -> chat(dag, instruction.text());
        };
    return new OutputLine(Destination.INSTRUCTIONS, "", json.toString());
  }

  private static ObjectNode alpaca(Dag dag, String instruction) {
    return NODES
        .objectNode()
        .put("id", dag.id())
        .put("instruction", instruction)
        .put("input", "")
        .put("output", dag.content());
  }

  private static ObjectNode chat(Dag dag, String instruction) {
    ObjectNode json = NODES.objectNode().put("id", dag.id());
    json.putArray("messages")
        .add(message("user", instruction))
        .add(message("assistant", dag.content()));
    return json;
  }

  private static ObjectNode message(String role, String content) {
    return NODES.objectNode().put("role", role).put("content", content);
  }
}
