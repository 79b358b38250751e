package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a DAG is worth paying for as training data. The same facts always give the same
 * priority.
 *
 * <p>The score is a weighted sum: varied operators 0.25; providers, tasks and dependencies 0.15
 * each; schedule and documentation 0.10 each; TaskFlow and a sensible length 0.05 each. All but the
 * last grow with the count up to a point that is enough.
 *
 * @param score 0 to 1, rounded to three decimals
 * @param reasons what adds to the score, the most valuable kind first: {@code varied-operators},
 *     {@code providers}, {@code many-tasks}, {@code dependencies}, {@code scheduled}, {@code
 *     taskflow}, {@code documented}, {@code sensible-length}
 */
public record Priority(double score, List<String> reasons) {

  public Priority {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be from 0 to 1: " + score);
    }
    reasons = List.copyOf(reasons);
  }

  public static Priority of(DagFacts facts) {
    double score = 0;
    List<String> reasons = new ArrayList<>();
    for (PriorityFactor factor : PriorityFactor.values()) {
      double gain = factor.of(facts);
      score += gain;
      if (gain > 0) {
        reasons.add(factor.reason());
      }
    }
    return new Priority(Math.min(1, Math.round(score * 1000) / 1000.0), reasons);
  }
}
