package dagscribe.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dagscribe.claude.Usage;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.source.Dag;
import dagscribe.source.ScoredDag;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Difficulty;
import dagscribe.source.airflow.grounding.Finding;
import dagscribe.source.airflow.grounding.Grounding;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a pair, for loaders that guess a column's type from the first lines they see
 * (pyarrow, and so {@code datasets} and pandas).
 *
 * <p>So every line has the same keys with the same types. What is absent is the empty string and
 * never null; a list without elements would be read as one of nulls, so it holds one element that
 * says so; what may have a fraction is always written with one; and what records bring along, where
 * no two need be alike, is one string of JSON. Thread-safe.
 */
final class FullLine {

  private static final JsonNodeFactory NODES = Json.MAPPER.getNodeFactory();

  /** The only way there is of putting a request. */
  private static final String STYLE = "request";

  private FullLine() {}

  static ObjectNode of(DagOutcome outcome, Result.Instruction instruction, Grounding grounding) {
    ScoredDag scored = outcome.dag();
    Dag dag = scored.dag();
    ObjectNode json = NODES.objectNode();
    json.put("id", dag.id());
    json.put("instruction", instruction.text());
    json.put("output", dag.content());
    json.put("style", STYLE);
    json.put("pass", instruction.pass());
    json.put("model", instruction.model());
    json.put("promptVersion", instruction.promptVersion());
    json.put("difficulty", Difficulty.of(scored.facts()).name().toLowerCase(Locale.ROOT));
    json.put("contentSha256", scored.contentSha256());
    json.put("duplicateOf", orEmpty(outcome.duplicateOf()));
    json.put("nearDuplicateOf", "");
    json.put("priority", scored.priority().score());
    json.put("cached", instruction.origin() == Result.Origin.CACHED);
    json.set("grounding", grounding(grounding));
    json.set("checks", checks(grounding));
    json.set("usage", usage(outcome, instruction));
    json.set("source", RecordLines.source(dag.origin()));
    json.set("facts", facts(scored.facts()));
    return json.put("record", dag.extra());
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
      String verdict = finding.verdict().name().toLowerCase(Locale.ROOT);
      checks.add(check(finding.check(), verdict, finding.source(), finding.said()));
    }
    return checks.isEmpty() ? checks.add(check("none", "uncheckable", "", "")) : checks;
  }

  private static ObjectNode check(String check, String verdict, String source, String said) {
    return NODES
        .objectNode()
        .put("check", check)
        .put("verdict", verdict)
        .put("source", source)
        .put("said", said);
  }

  // What this line cost in this run, so that the lines of a run add up to its bill.
  private static ObjectNode usage(DagOutcome outcome, Result.Instruction instruction) {
    boolean paid = instruction.origin() == Result.Origin.ASKED && outcome.duplicateOf() == null;
    Usage usage = paid ? instruction.usage() : Usage.NONE;
    Double price = paid ? instruction.costUsd() : Double.valueOf(0);
    return NODES
        .objectNode()
        .put("inputTokens", usage.inputTokens() + usage.cacheCreationInputTokens())
        .put("outputTokens", usage.outputTokens())
        .put("cacheReadInputTokens", usage.cacheReadInputTokens())
        .put("costUsd", price == null ? 0 : price.doubleValue())
        .put("priced", price != null);
  }

  private static ObjectNode facts(DagFacts facts) {
    ObjectNode json = NODES.objectNode();
    json.set("dagIds", texts(facts.dagIds()));
    json.put("dagIdsDynamic", facts.dagIdsDynamic());
    json.put("schedule", orEmpty(facts.schedule()));
    json.set("operators", texts(facts.operators()));
    json.set("providers", texts(facts.providers()));
    json.put("taskCount", facts.taskCount());
    json.put("dependencyCount", facts.dependencyCount());
    json.put("lineCount", facts.lineCount());
    json.put("taskflow", facts.taskflow());
    return json.put("parsed", facts.parsed());
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = NODES.arrayNode();
    (texts.isEmpty() ? List.of("") : texts).forEach(array::add);
    return array;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
