package dagscribe.prompt;

import dagscribe.dag.DagFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Compares the systems that an instruction names with those of the source's operators and provider
 * imports. One that the source uses and the instruction names agrees. One that only the instruction
 * names speaks against it: fully if it names none of the source's, by half otherwise, for Python
 * code in a task may use what no operator shows. One that the source mentions in ids or doc strings
 * speaks neither way.
 */
final class SystemsCheck {

  private static final double WEIGHT = 3;
  private static final double UNSEEN_USE = 0.5;

  private SystemsCheck() {}

  static List<Finding> findings(String instruction, DagFacts facts) {
    Set<String> used = used(facts);
    if (used.isEmpty()) {
      return List.of();
    }
    Set<String> named = Systems.in(instruction);
    List<String> agreed = used.stream().filter(system -> covered(system, named)).toList();
    List<String> foreign = foreign(named, used, facts);
    if (agreed.isEmpty() && !foreign.isEmpty()) {
      return List.of(finding(foreign, WEIGHT, -1));
    }
    List<Finding> findings = new ArrayList<>();
    double share = agreed.size() / (double) used.size();
    findings.add(finding(agreed.isEmpty() ? used : agreed, WEIGHT, share));
    if (!foreign.isEmpty()) {
      double foreignShare = foreign.size() / (double) (foreign.size() + agreed.size());
      findings.add(finding(foreign, WEIGHT * UNSEEN_USE * foreignShare, -1));
    }
    return findings;
  }

  private static Finding finding(Collection<String> systems, double weight, double agreement) {
    return new Finding("systems: " + String.join(", ", systems), weight, agreement);
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

  private static boolean covered(String system, Set<String> named) {
    return named.stream().anyMatch(name -> Systems.within(name, system));
  }

  private static List<String> foreign(Set<String> named, Set<String> used, DagFacts facts) {
    Set<String> mentioned =
        Systems.in(
            String.join(
                " ",
                Stream.of(facts.dagIds(), facts.taskIds(), List.of(facts.docString()))
                    .flatMap(List::stream)
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
