package dagscribe.source.airflow.grounding;

import dagscribe.source.airflow.DagFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares an instruction with the names in the source: of the DAG, its tasks and its operators.
 * Nobody repeats every name, so a quarter of their telling words, or {@value #ENOUGH}, are
 * agreement. A DAG id that the instruction states is right or wrong, unless some id is computed.
 */
final class NamesCheck {

  private static final int ENOUGH = 6;

  private static final Pattern STATED_ID =
      Pattern.compile(
          "(?i)(?<!\\w)dag(?:[ _]id)?(?: (?:is|of|named|called|with(?: the)? id))? ?"
              + "['\"`]([\\w.-]{2,200})['\"`]");

  private NamesCheck() {}

  static List<Finding> findings(String instruction, DagFacts facts) {
    List<Finding> findings = new ArrayList<>();
    names(instruction, facts, findings);
    statedId(instruction, facts, findings);
    return findings;
  }

  private static void names(String instruction, DagFacts facts, List<Finding> findings) {
    Set<String> words = new TreeSet<>(Words.telling(String.join(" ", facts.dagIds())));
    words.addAll(Words.telling(String.join(" ", facts.taskIds())));
    words.addAll(Words.telling(String.join(" ", facts.operators())));
    if (words.isEmpty()) {
      return;
    }
    double enough = Math.min(ENOUGH, words.size() / 4.0);
    String source = String.join(", ", words);
    words.retainAll(Words.all(instruction));
    boolean agrees = !words.isEmpty() && words.size() >= enough;
    findings.add(
        agrees
            ? new Finding("names", Verdict.AGREES, source, String.join(", ", words))
            : new Finding("names", Verdict.SILENT, source, ""));
  }

  private static void statedId(String instruction, DagFacts facts, List<Finding> findings) {
    Matcher stated = STATED_ID.matcher(instruction);
    if (!stated.find() || facts.taskIds().contains(stated.group(1))) {
      return;
    }
    String id = stated.group(1);
    findings.add(new Finding("id", verdict(id, facts), String.join(", ", facts.dagIds()), id));
  }

  private static Verdict verdict(String id, DagFacts facts) {
    if (facts.dagIds().contains(id)) {
      return Verdict.AGREES;
    }
    boolean known = !facts.dagIds().isEmpty() && !facts.dagIdsDynamic();
    return known ? Verdict.CONTRADICTS : Verdict.UNCHECKABLE;
  }
}
