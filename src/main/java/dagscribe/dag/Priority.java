package dagscribe.dag;

import java.util.List;

public record Priority(double score, List<String> reasons) {
  public static Priority of(DagFacts f) {
    return new Priority(0.5, List.of());
  }
}
