package dagscribe.prompt;

import dagscribe.dag.DagFacts;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/**
 * How far an instruction agrees with the facts of its source: computed from the two alone, no model
 * asked.
 *
 * <p>Compared are, with their weights: the schedule (3), the systems (3), the words of DAG, task
 * and operator names (2), and, where the instruction states them, the time of day (1), the days of
 * the week (1), the DAG's id (1) and the number of tasks (1). Each is between -1 (contradicted) and
 * 1 (agreed), and 0 if the instruction does not say; what the source does not tell is left out.
 * Their weighted mean m becomes the score: 0.2 + 0.8 m, or 0.2 + 0.2 m below zero. So an
 * instruction that says nothing that can be checked has {@value #SILENT}, one that is wrong has
 * less.
 *
 * <p>It measures agreement, not quality: a list of the right words scores well.
 *
 * @param score 0 to 1
 * @param agreed what agrees at least in part
 * @param unmentioned what the source tells and the instruction does not
 * @param contradicted what the instruction says otherwise than the source
 */
public record Grounding(
    double score, List<String> agreed, List<String> unmentioned, List<String> contradicted) {

  /** The score of an instruction without any claim that can be checked. */
  public static final double SILENT = 0.2;

  public Grounding {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be 0 to 1: " + score);
    }
    agreed = List.copyOf(agreed);
    unmentioned = List.copyOf(unmentioned);
    contradicted = List.copyOf(contradicted);
  }

  /** The grounding of an instruction in the facts of its source. Pure and deterministic. */
  public static Grounding of(String instruction, DagFacts facts) {
    List<Finding> findings =
        Stream.of(
                ScheduleCheck.findings(instruction, facts),
                SystemsCheck.findings(instruction, facts),
                NamesCheck.findings(instruction, facts),
                TaskCountCheck.findings(instruction, facts))
            .flatMap(List::stream)
            .toList();
    return new Grounding(
        score(findings),
        named(findings, agreement -> agreement > 0),
        named(findings, agreement -> agreement == 0),
        named(findings, agreement -> agreement < 0));
  }

  private static double score(List<Finding> findings) {
    double weight = findings.stream().mapToDouble(Finding::weight).sum();
    if (weight == 0) {
      return SILENT;
    }
    double sum = findings.stream().mapToDouble(f -> f.weight() * f.agreement()).sum();
    double mean = Math.max(-1, Math.min(1, sum / weight));
    return mean >= 0 ? SILENT + (1 - SILENT) * mean : SILENT + SILENT * mean;
  }

  private static List<String> named(List<Finding> findings, DoublePredicate agreement) {
    return findings.stream()
        .filter(finding -> agreement.test(finding.agreement()))
        .map(Finding::what)
        .toList();
  }
}
