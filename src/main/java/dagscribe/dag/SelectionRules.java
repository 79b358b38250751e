package dagscribe.dag;

import java.util.*;

public record SelectionRules(int minLines, Set<String> basicOperators, double minPriority)
    implements java.io.Serializable {
  public Optional<Skip> check(DagFacts f, Priority p) {
    return f.lineCount() < minLines
        ? Optional.of(new Skip(SkipReason.TOO_FEW_LINES, "short"))
        : Optional.empty();
  }
}
