package dagscribe.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.source.Dag;
import dagscribe.source.airflow.grounding.Grounding;
import dagscribe.totals.Destination;

/**
 * Shape of the lines for DAGs that got an instruction. All lines of a shape have the same keys and
 * types, and no null.
 */
public enum OutputFormat {
  /** Everything known of the pair. */
  FULL {
    @Override
    ObjectNode json(DagOutcome outcome, Result.Instruction instruction, Grounding grounding) {
      return FullLine.of(outcome, instruction, grounding);
    }
  },
  /** {@code id}, {@code instruction}, {@code input}, {@code output}. */
  ALPACA {
    @Override
    ObjectNode json(DagOutcome outcome, Result.Instruction instruction, Grounding grounding) {
      Dag dag = outcome.dag().dag();
      return NODES
          .objectNode()
          .put("id", dag.id())
          .put("instruction", instruction.text())
          .put("input", "")
          .put("output", dag.content());
    }
  },
  /** {@code id}, and {@code messages} of a user and an assistant. */
  CHAT {
    @Override
    ObjectNode json(DagOutcome outcome, Result.Instruction instruction, Grounding grounding) {
      Dag dag = outcome.dag().dag();
      ObjectNode json = NODES.objectNode().put("id", dag.id());
      json.putArray("messages")
          .add(message("user", instruction.text()))
          .add(message("assistant", dag.content()));
      return json;
    }
  };

  private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();

  abstract ObjectNode json(DagOutcome outcome, Result.Instruction instruction, Grounding grounding);

  /**
   * Renders a pair.
   *
   * @param grounding how the instruction stands to the facts of its source
   */
  public OutputLine line(DagOutcome outcome, Result.Instruction instruction, Grounding grounding) {
    return new OutputLine(
        Destination.INSTRUCTIONS, "", json(outcome, instruction, grounding).toString());
  }

  private static ObjectNode message(String role, String content) {
    return NODES.objectNode().put("role", role).put("content", content);
  }
}
