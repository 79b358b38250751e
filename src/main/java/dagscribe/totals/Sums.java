package dagscribe.totals;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Maps that add up key by key. In their normal form keys are in order and none stands for nothing,
 * so that maps that count the same are equal and have the same bytes.
 */
final class Sums {

  private Sums() {}

  /** The normal form of counts; a map that is absent counts nothing. */
  static <K extends Comparable<K>> Map<K, Long> counts(@Nullable Map<K, Long> counts) {
    return parts(counts, count -> count == 0);
  }

  /** The normal form of parts; a map that is absent has none. */
  static <K extends Comparable<K>, V> Map<K, V> parts(
      @Nullable Map<K, V> parts, Predicate<V> isNothing) {
    if (parts == null || parts.isEmpty()) {
      return ImmutableSortedMap.of();
    }
    Map<K, V> kept = new TreeMap<>(parts);
    kept.values().removeIf(isNothing);
    return ImmutableSortedMap.copyOf(kept);
  }

  /** Both together; the same key twice is merged. */
  static <K extends Comparable<K>, V> Map<K, V> plus(
      Map<K, V> left, Map<K, V> right, BinaryOperator<V> merge) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    Map<K, V> sum = new TreeMap<>(left);
    right.forEach((key, value) -> sum.merge(key, value, merge));
    return sum;
  }

  /** Counts and so many times others; -1 takes away what they contain. */
  static <K extends Comparable<K>> Map<K, Long> plus(
      Map<K, Long> counts, Map<K, Long> others, int times) {
    Map<K, Long> sum = new TreeMap<>(counts);
    others.forEach((key, count) -> sum.merge(key, times * count, Long::sum));
    return sum;
  }

  /** All counts together. */
  static long total(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
