package dagscribe.source.airflow.grounding;

import dagscribe.source.airflow.DagFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares the systems that an instruction names with those of the source's operators and provider
 * imports, one by one. One that only the instruction names contradicts the source if none of the
 * source's is named with it; otherwise it cannot be checked, for Python code in a task may use what
 * no operator shows. One that the source mentions in ids or doc strings is left alone.
 */
final class SystemsCheck {

  /**
   * Each system is looked for in all of the text, so a source must not make it as long as itself.
   */
  private static final int MAX_CHARS = 20_000;

  private static final int MAX_NAMES = 1_000;

  private SystemsCheck() {}

  static List<Finding> findings(String instruction, DagFacts facts) {
    Set<String> used = used(facts);
    Set<String> named = Systems.in(instruction);
    List<Finding> findings = new ArrayList<>();
    boolean agreed = false;
    for (String system : used) {
      List<String> said = named.stream().filter(name -> Systems.within(name, system)).toList();
      Verdict verdict = said.isEmpty() ? Verdict.SILENT : Verdict.AGREES;
      findings.add(new Finding("system", verdict, system, String.join(", ", said)));
      agreed |= !said.isEmpty();
    }
    boolean wrong = !used.isEmpty() && !agreed;
    for (String name : foreign(named, used, facts)) {
      Verdict verdict = wrong ? Verdict.CONTRADICTS : Verdict.UNCHECKABLE;
      findings.add(new Finding("system", verdict, String.join(", ", used), name));
    }
    return findings;
  }

  /** The systems of the source, without an umbrella of which it uses a part. */
  private static Set<String> used(DagFacts facts) {
    Set<String> used =
        Systems.in(String.join(" ", facts.operators()) + " " + String.join(" ", facts.providers()));
    Set<String> narrowest = new TreeSet<>(used);
    narrowest.removeIf(
        umbrella ->
            used.stream()
                .anyMatch(part -> !part.equals(umbrella) && Systems.within(part, umbrella)));
    return narrowest;
  }

  private static List<String> foreign(Set<String> named, Set<String> used, DagFacts facts) {
    Set<String> mentioned =
        Systems.in(
            String.join(
                " ",
                Stream.of(facts.dagIds(), facts.taskIds(), List.of(facts.docString()))
                    .flatMap(List::stream)
                    .limit(MAX_NAMES)
                    .map(text -> text.substring(0, Math.min(text.length(), MAX_CHARS)))
                    .toList()));
    return named.stream()
        .filter(name -> !Systems.common(name) && !mentioned.contains(name))
        .filter(name -> used.stream().noneMatch(system -> related(name, system)))
        .toList();
  }

  private static boolean related(String name, String system) {
    return Systems.within(name, system) || Systems.within(system, name);
  }
}
