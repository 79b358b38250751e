package dagscribe.options;

import dagscribe.source.SelectionRules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which DAGs are asked for.
 *
 * @param maxDags only the so many highest priorities, 1 or more; null for all
 * @param rules what each must be like
 */
public record SelectionConfig(@Nullable Integer maxDags, SelectionRules rules) {

  static SelectionConfig from(SelectionOptions options) {
    String operators = options.getBasicOperators();
    return new SelectionConfig(
        Numbers.integer(options.getMaxDags()),
        new SelectionRules(
            options.getMinLines(),
            operators.equals("none") ? Set.of() : Set.copyOf(Paths.names(operators)),
            options.getMinPriority()));
  }
}
