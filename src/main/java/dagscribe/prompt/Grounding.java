package dagscribe.prompt;

import dagscribe.dag.DagFacts;

public record Grounding(double score) {
  public static Grounding of(String i, DagFacts f) {
    return new Grounding(1);
  }
}
