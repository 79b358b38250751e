package dagscribe.source.airflow.grounding;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a schedule is written as, as far as its text alone tells. */
sealed interface Expression {

  /** A string. */
  record Text(String value) implements Expression {}

  /** A number. */
  record Numeral(double value) implements Expression {}

  /** A name, the last word of it. */
  record Name(String word) implements Expression {}

  /** A list or tuple, whatever is in it. */
  record Sequence() implements Expression {}

  /** Something that the text does not tell: an operation, a condition, a format string. */
  record Unknown() implements Expression {}

  /** Several that are joined by {@code &} or {@code |}. */
  record Joined(List<Expression> parts) implements Expression {}

  /**
   * A call.
   *
   * @param name the last word of what is called
   */
  record Call(String name, List<Expression> positional, Map<String, Expression> named)
      implements Expression {

    /** The argument with a name, else the first that is given by position. */
    Optional<Expression> argument(String keyword) {
      Expression value = named.get(keyword);
      return value != null ? Optional.of(value) : positional.stream().findFirst();
    }
  }
}
