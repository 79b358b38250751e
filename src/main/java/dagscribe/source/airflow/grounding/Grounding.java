package dagscribe.source.airflow.grounding;

import dagscribe.source.airflow.DagFacts;
import java.util.List;
import java.util.function.BiFunction;

/**
 * How an instruction stands to the facts of its source: computed from the two alone, no model
 * asked. Each check compares what the instruction states of one thing with what the source says of
 * it. There is no score: one contradiction tells that an instruction is wrong, however much else
 * agrees.
 *
 * <p>It measures agreement, not quality: a list of the right words agrees.
 *
 * @param findings what was compared, and what came of it, check by check
 */
public record Grounding(List<Finding> findings) {

  private static final List<BiFunction<String, DagFacts, List<Finding>>> CHECKS =
      List.of(
          ScheduleCheck::findings,
          SystemsCheck::findings,
          NamesCheck::findings,
          TaskCountCheck::findings);

  public Grounding {
    findings = List.copyOf(findings);
  }

  /** The grounding of an instruction in the facts of its source. Pure and deterministic. */
  public static Grounding of(String instruction, DagFacts facts) {
    return new Grounding(
        CHECKS.stream().flatMap(check -> check.apply(instruction, facts).stream()).toList());
  }

  /** How many statements agree with the source. */
  public int agrees() {
    return count(Verdict.AGREES);
  }

  /** How many statements contradict the source. */
  public int contradicts() {
    return count(Verdict.CONTRADICTS);
  }

  /**
   * The share of the findings that are settled, as agreeing or contradicting, 0 to 1. What the
   * instruction leaves out and what cannot be checked lower it; 0 if there is nothing to compare.
   */
  public double coverage() {
    return findings.isEmpty() ? 0 : (agrees() + contradicts()) / (double) findings.size();
  }

  private int count(Verdict verdict) {
    return (int) findings.stream().filter(finding -> finding.verdict() == verdict).count();
  }
}
