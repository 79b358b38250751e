package dagscribe.dag;

import java.util.ArrayList;
import java.util.List;

/**
 * How much a DAG is worth paying for as an example to learn from.
 *
 * @param score 0 to 1, in steps of 0.001; higher is worth more
 * @param reasons what added to the score, most first
 */
public record Priority(double score, List<String> reasons) {

  public Priority {
    reasons = List.copyOf(reasons);
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("score must be 0 to 1: " + score);
    }
  }

  /** Scores a DAG by what its source says of itself. */
  public static Priority of(DagFacts facts) {
    List<Merit> merits = new ArrayList<>(Merit.all(facts));
    merits.removeIf(merit -> merit.points() == 0);
    merits.sort((a, b) -> Double.compare(b.points(), a.points()));
    double sum = merits.stream().mapToDouble(Merit::points).sum();
    double score = Math.round(Math.min(1, sum) * 1_000) / 1_000.0;
    return new Priority(score, merits.stream().map(Merit::reason).toList());
  }
}
