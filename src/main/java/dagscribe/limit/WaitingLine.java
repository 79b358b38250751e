package dagscribe.limit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, in the order of coming, but those who come again before those who come for the first
 * time. Not thread-safe.
 */
final class WaitingLine<T> {

  private final ArrayDeque<T> again = new ArrayDeque<>();
  private final ArrayDeque<T> first = new ArrayDeque<>();

  void add(T one, boolean comesAgain) {
    (comesAgain ? again : first).add(one);
  }

  /** Whose turn it is; null if nobody waits. */
  @Nullable T peek() {
    return again.isEmpty() ? first.peek() : again.peek();
  }

  /** Takes away the one whose turn it is. */
  void remove() {
    (again.isEmpty() ? first : again).remove();
  }

  /** Takes away all, in their order. */
  List<T> removeAll() {
    List<T> all = new ArrayList<>(again);
    all.addAll(first);
    again.clear();
    first.clear();
    return all;
  }
}
