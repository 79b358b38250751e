package dagscribe.source.airflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Expressions with the names in them that stand for constants of the module resolved. A name that
 * is given a value in an indented line too is left alone, as which one holds is not in the text.
 */
final class Constants {

  /** A constant may be made of constants; names that stand for each other must end somewhere. */
  private static final int MAX_DEPTH = 4;

  /** Each name is looked for in the whole source. */
  private static final int MAX_NAMES = 32;

  private final SyntaxTree tree;
  private final Names names;
  private final Map<String, Boolean> fixed = new HashMap<>();

  Constants(SyntaxTree tree, Names names) {
    this.tree = tree;
    this.names = names;
  }

  /** The text of a string constant, else the source of the expression in one form. */
  String resolved(int expression) {
    Optional<String> literal = names.literal(expression);
    if (literal.isPresent()) {
      return ExpressionText.cut(literal.get());
    }
    if (!tree.is(expression, Grammar.IDENTIFIER)) {
      return expand(ExpressionText.source(tree, expression), 0);
    }
    Optional<Integer> value = value(tree.text(expression));
    Optional<String> constant = value.flatMap(names::literal);
    return ExpressionText.cut(
        constant.orElseGet(() -> expand(ExpressionText.source(tree, expression), 0)));
  }

  private String expand(String source, int depth) {
    return ExpressionText.of(
        source,
        name ->
            depth == MAX_DEPTH
                ? Optional.empty()
                : value(name).map(value -> expand(ExpressionText.source(tree, value), depth + 1)));
  }

  private Optional<Integer> value(String name) {
    return names.value(name).filter(value -> isFixed(name));
  }

  private boolean isFixed(String name) {
    if (fixed.size() == MAX_NAMES && !fixed.containsKey(name)) {
      return false;
    }
    return fixed.computeIfAbsent(name, n -> !isGivenInAnIndentedLine(n));
  }

  private boolean isGivenInAnIndentedLine(String name) {
    String source = tree.source();
    for (int at = source.indexOf(name); at >= 0; at = source.indexOf(name, at + name.length())) {
      if (startsAnIndentedLine(source, at) && isGiven(source, at + name.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAnIndentedLine(String source, int at) {
    int before = at;
    while (before > 0 && isBlank(source.charAt(before - 1))) {
      before--;
    }
    return before < at && before > 0 && "\n\r".indexOf(source.charAt(before - 1)) >= 0;
  }

  /** Keyword arguments look alike, but nobody sets blanks around their sign. */
  private static boolean isGiven(String source, int nameEnd) {
    int at = nameEnd;
    while (at < source.length() && isBlank(source.charAt(at))) {
      at++;
    }
    boolean assigned = at > nameEnd && source.startsWith("=", at) && !source.startsWith("==", at);
    return assigned || source.startsWith(":", at);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
