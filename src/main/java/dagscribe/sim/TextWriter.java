package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes the text of an answer before anything cuts it. Thread-safe if the writer is. */
final class TextWriter {

  private static final String PLAIN =
      "This is a simulated answer: the message held no marked block of a DAG to describe.";

  private final InstructionWriter instructions;

  TextWriter(InstructionWriter instructions) {
    this.instructions = instructions;
  }

  /** The text, in the shape the call asks for; without a schema, JSON in a code fence. */
  String write(
      MessageCall call, List<DagBlock> dags, Optional<FaultKind> fault, RandomGenerator random) {
    if (dags.isEmpty() && call.schema() == null) {
      return PLAIN;
    }
    List<Result> results = dags.stream().map(dag -> result(dag, call.model())).toList();
    if (fault.equals(Optional.of(FaultKind.GARBLED))) {
      return garbled(results);
    }
    List<Result> sent =
        fault.isEmpty() || results.isEmpty()
            ? results
            : ResultFaults.apply(fault.get(), results, random);
    return json(call.schema(), sent);
  }

  private Result result(DagBlock dag, ModelSpec model) {
    return new Result(dag.id(), instructions.write(dag, model.thorough()));
  }

  private static String json(@Nullable JsonNode schema, List<Result> all) {
    return schema == null
        ? "```json\n" + Json.text(Json.object().set("results", Json.tree(all))) + "\n```"
        : Json.text(SchemaFiller.fill(schema, all));
  }

  private static String garbled(List<Result> results) {
    return "Sure! Here is what I found: "
        + results.stream().map(Result::instruction).findFirst().orElse("nothing at all")
        + " {\"results\": oops";
  }
}
