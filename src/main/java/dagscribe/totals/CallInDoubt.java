package dagscribe.totals;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A call that was open when a former run died: whether it was answered and billed is not known.
 * Ordered by when it started.
 *
 * @param call id of the call
 * @param started when it was about to be made, ISO 8601
 * @param model id of the model it asked
 * @param dags ids of the DAGs it asked for
 */
public record CallInDoubt(String call, String started, String model, List<String> dags)
    implements Comparable<CallInDoubt>, Serializable {

  // To the last component, so that calls that differ never count as one.
  private static final Comparator<CallInDoubt> ORDER =
      Comparator.comparing(CallInDoubt::started)
          .thenComparing(CallInDoubt::call)
          .thenComparing(CallInDoubt::model)
          .thenComparing(call -> call.dags().toString());

  public CallInDoubt {
    dags = List.copyOf(dags);
  }

  @Override
  public int compareTo(CallInDoubt other) {
    return ORDER.compare(this, other);
  }
}
