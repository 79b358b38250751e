package dagscribe.report;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Named numbers of one run or of a part of it. Addition is the only operation; it is associative
 * and commutative, so parts add up the same in any order. A name that begins with {@code min.} or
 * {@code max.} keeps the smallest or the largest number, any other name the sum.
 *
 * @param numbers number by name
 * @param messages one message by name, the first in the order of text where there are several
 */
public record Totals(Map<String, Long> numbers, Map<String, String> messages)
    implements Serializable {

  /** Nothing counted yet. */
  public static final Totals NONE = new Totals(Map.of(), Map.of());

  public Totals {
    numbers = Map.copyOf(numbers);
    messages = Map.copyOf(messages);
  }

  /** One number. */
  public static Totals of(String name, long number) {
    return new Totals(Map.of(name, number), Map.of());
  }

  /** One message. */
  public static Totals message(String name, String message) {
    return new Totals(Map.of(), Map.of(name, message));
  }

  /** Adds two totals up, name by name. */
  public Totals plus(Totals other) {
    Map<String, Long> sum = new TreeMap<>(numbers);
    other.numbers.forEach((name, number) -> sum.merge(name, number, merge(name)));
    Map<String, String> said = new TreeMap<>(messages);
    other.messages.forEach(
        (name, text) -> said.merge(name, text, (a, b) -> a.compareTo(b) <= 0 ? a : b));
    return new Totals(sum, said);
  }

  /** The number of this name, 0 if there is none. */
  public long get(String name) {
    return numbers.getOrDefault(name, 0L);
  }

  /** Numbers whose name begins with a prefix, by the rest of the name. */
  public Map<String, Long> under(String prefix) {
    return strip(numbers, prefix);
  }

  /** Messages whose name begins with a prefix, by the rest of the name. */
  public Map<String, String> messagesUnder(String prefix) {
    return strip(messages, prefix);
  }

  private static BiFunction<Long, Long, Long> merge(String name) {
    if (name.startsWith("min.")) {
      return Math::min;
    }
    return name.startsWith("max.") ? Math::max : Long::sum;
  }

  private static <V> Map<String, V> strip(Map<String, V> map, String prefix) {
    Map<String, V> stripped = new TreeMap<>();
    map.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            stripped.put(name.substring(prefix.length()), value);
          }
        });
    return stripped;
  }
}
