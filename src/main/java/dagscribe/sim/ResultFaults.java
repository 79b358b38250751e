package dagscribe.sim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a model does to a list of results when it does not keep to the ids it was given. */
final class ResultFaults {

  private ResultFaults() {}

  /** The results after the fault; kinds that do not concern them change nothing. */
  static List<Result> apply(FaultKind fault, List<Result> results, RandomGenerator random) {
    List<Result> changed = new ArrayList<>(results);
    int at = random.nextInt(results.size());
    switch (fault) {
      case MISSING -> changed.remove(at);
      case UNKNOWN_ID ->
          changed.add(new Result("unknown-" + results.get(at).id(), "Write another DAG."));
      case DUPLICATE_ID ->
          changed.add(new Result(results.get(at).id(), "Write this DAG in another way."));
      case SWAPPED -> Collections.reverse(changed);
      default -> {}
    }
    return changed;
  }
}
