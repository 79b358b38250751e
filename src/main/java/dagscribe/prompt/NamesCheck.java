package dagscribe.prompt;

import dagscribe.dag.DagFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares an instruction with the names in the source: of the DAG, its tasks and its operators.
 * Nobody repeats every name, so half of their telling words, or {@value #ENOUGH}, are full
 * agreement. A DAG id that the instruction states is right or wrong.
 */
final class NamesCheck {

  private static final double NAMES_WEIGHT = 2;
  private static final double ID_WEIGHT = 1;
  private static final int ENOUGH = 12;

  private static final Pattern STATED_ID =
      Pattern.compile(
          "(?i)\\bdag(?:[ _]id)?(?: (?:is|of|named|called|with(?: the)? id))? ?"
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
    double enough = Math.min(ENOUGH, Math.ceil(words.size() / 2.0));
    words.retainAll(Words.all(instruction));
    String what = words.isEmpty() ? "names" : "names: " + String.join(", ", words);
    findings.add(new Finding(what, NAMES_WEIGHT, Math.min(1, words.size() / enough)));
  }

  private static void statedId(String instruction, DagFacts facts, List<Finding> findings) {
    Matcher stated = STATED_ID.matcher(instruction);
    if (facts.dagIds().isEmpty() || facts.dagIdsDynamic() || !stated.find()) {
      return;
    }
    String id = stated.group(1);
    if (!facts.taskIds().contains(id)) {
      double agreement = facts.dagIds().contains(id) ? 1 : -1;
      findings.add(new Finding("DAG id: " + id, ID_WEIGHT, agreement));
    }
  }
}
