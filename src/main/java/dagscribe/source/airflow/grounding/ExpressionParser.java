package dagscribe.source.airflow.grounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Reads the text of a Python expression as {@code DagFacts.schedules} has it: literals, names,
 * calls and lists. What else an argument holds is unknown; what else the text as a whole holds
 * makes all of it unknown.
 */
final class ExpressionParser {

  /** Calls within calls; no schedule has more, and a hostile one must not use up the stack. */
  private static final int MAX_DEPTH = 8;

  private static final Expression UNKNOWN = new Expression.Unknown();

  private final String text;
  private int at;

  private ExpressionParser(String text) {
    this.text = text;
  }

  static Expression parse(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Expression whole = parser.joined(0);
    return parser.peek() == '\0' ? whole : UNKNOWN;
  }

  private Expression joined(int depth) {
    Expression first = product(depth);
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (peek() == '&' || peek() == '|') {
      at++;
      parts.add(product(depth));
    }
    return parts.size() == 1 ? first : new Expression.Joined(parts);
  }

  private Expression product(int depth) {
    Expression value = primary(depth);
    while (peek() == '*' && value instanceof Expression.Numeral factor) {
      at++;
      value =
          primary(depth) instanceof Expression.Numeral other
              ? new Expression.Numeral(factor.value() * other.value())
              : UNKNOWN;
    }
    return value;
  }

  private Expression primary(int depth) {
    char first = peek();
    if (first == '\'' || first == '"') {
      return string();
    }
    if (first == '[') {
      return sequence();
    }
    if (first == '(' && depth < MAX_DEPTH) {
      return parenthesized(depth + 1);
    }
    if (Character.isDigit(first) || first == '-') {
      return number();
    }
    return Character.isJavaIdentifierStart(first) ? named(depth) : UNKNOWN;
  }

  /** A string without escapes; with one, the reading ends here. */
  private Expression string() {
    int end = text.indexOf(text.charAt(at), at + 1);
    String value = end < 0 ? "\\" : text.substring(at + 1, end);
    if (value.indexOf('\\') >= 0) {
      return UNKNOWN;
    }
    at = end + 1;
    return new Expression.Text(value);
  }

  private Expression sequence() {
    int start = ++at;
    skipTo(c -> c == ']');
    boolean empty = text.substring(start, at).isBlank();
    return take(']') && !empty ? new Expression.Sequence() : UNKNOWN;
  }

  private Expression parenthesized(int depth) {
    at++;
    Expression inner = joined(depth);
    if (peek() == ',') {
      skipTo(c -> c == ')');
      inner = new Expression.Sequence();
    }
    return take(')') ? inner : UNKNOWN;
  }

  private Expression number() {
    String digits = word(c -> Character.isDigit(c) || c == '.' || c == '_' || c == '-');
    try {
      return new Expression.Numeral(Double.parseDouble(digits.replace("_", "")));
    } catch (NumberFormatException noNumber) {
      return UNKNOWN;
    }
  }

  /** A name, a call, or a string with a prefix. */
  private Expression named(int depth) {
    String dotted = word(c -> Character.isJavaIdentifierPart(c) || c == '.');
    char next = at < text.length() ? text.charAt(at) : '\0';
    if (next == '\'' || next == '"') {
      return "rRuU".contains(dotted) ? string() : UNKNOWN;
    }
    String name = dotted.substring(dotted.lastIndexOf('.') + 1);
    return next == '(' && depth < MAX_DEPTH ? call(name, depth + 1) : new Expression.Name(name);
  }

  private Expression call(String name, int depth) {
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new HashMap<>();
    at++;
    while (peek() != ')') {
      String keyword = keyword();
      Expression value = argument(depth);
      if (keyword.isEmpty()) {
        positional.add(value);
      } else {
        named.put(keyword, value);
      }
      if (!take(',') && peek() != ')') {
        return UNKNOWN;
      }
    }
    at++;
    return new Expression.Call(name, positional, named);
  }

  /** The name of the keyword argument that begins here, which is passed over; else empty. */
  private String keyword() {
    peek();
    int start = at;
    String name = word(Character::isJavaIdentifierPart);
    if (peek() == '=' && !text.startsWith("==", at)) {
      at++;
      return name;
    }
    at = start;
    return "";
  }

  private Expression argument(int depth) {
    Expression value = joined(depth);
    if (peek() == ',' || peek() == ')') {
      return value;
    }
    skipTo(c -> c == ',' || c == ')');
    return UNKNOWN;
  }

  /** Moves to the first such sign that is within no string and no further brackets. */
  private void skipTo(IntPredicate sign) {
    int open = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (open == 0 && sign.test(c)) {
        return;
      }
      if (c == '\'' || c == '"') {
        int end = text.indexOf(c, at + 1);
        at = end < 0 ? text.length() - 1 : end;
      } else if ("([{".indexOf(c) >= 0) {
        open++;
      } else if (")]}".indexOf(c) >= 0) {
        open--;
      }
    }
  }

  private String word(IntPredicate part) {
    int start = at;
    while (at < text.length() && part.test(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean take(char c) {
    boolean present = peek() == c;
    at += present ? 1 : 0;
    return present;
  }

  /** The next sign that is not blank, NUL at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
