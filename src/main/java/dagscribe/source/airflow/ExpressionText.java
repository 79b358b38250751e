package dagscribe.source.airflow;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a Python expression in one form, whatever its layout: one line, no comments, plain
 * strings in single quotes, spaces as {@code ast.unparse} of Python sets them in the expressions
 * that schedules are made of.
 */
final class ExpressionText {

  /**
   * A string literal, a comment, white space, a word, or any other sign. Groups 1 and 2 are the
   * prefix and the body of a literal whose double quotes can become single ones.
   */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?s)[A-Za-z]{0,2}(?:\"\"\".*?\"\"\"|'''.*?''')"
              + "|([A-Za-z]{0,2})\"([^\"'\\\\]*+)\""
              + "|[A-Za-z]{0,2}\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\""
              + "|[A-Za-z]{0,2}'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'"
              + "|#[^\\n\\r]*+|\\s++|\\w++|.");

  /** What is longer is not a schedule that anybody could read. */
  private static final int MAX_CHARS = 1_000;

  /** Stands for the rest of a text, and is no Python. */
  static final String CUT = "…";

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final StringBuilder text = new StringBuilder();
  private boolean spaced;

  private ExpressionText() {}

  /** The text of an expression in a tree. */
  static String of(SyntaxTree tree, int expression) {
    return of(source(tree, expression));
  }

  /** The source of an expression as far as it is read here: nested ones may each be long. */
  static String source(SyntaxTree tree, int expression) {
    int start = tree.start(expression);
    return tree.source().substring(start, Math.min(tree.end(expression), start + MAX_CHARS + 1));
  }

  /** The text; of a source beyond {@value #MAX_CHARS} characters the beginning. */
  static String of(String source) {
    return of(source, name -> Optional.empty());
  }

  /** The text, with names replaced by what they stand for. */
  static String of(String source, Function<String, Optional<String>> values) {
    ExpressionText expression = new ExpressionText();
    Matcher piece = PIECE.matcher(cut(source));
    while (piece.find()) {
      String sign = piece.group();
      Optional<String> value =
          isName(sign) && expression.isFree(source, piece.end())
              ? values.apply(sign)
              : Optional.empty();
      expression.add(piece, value.orElse(sign));
    }
    return cut(expression.text.toString());
  }

  /** The text, or its beginning and {@value #CUT}. */
  static String cut(String text) {
    return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + CUT;
  }

  private static boolean isName(String sign) {
    return Character.isJavaIdentifierStart(sign.charAt(0)) && !sign.endsWith("'");
  }

  /** Whether a name here is neither an attribute, a keyword nor what is called. */
  private boolean isFree(String source, int end) {
    boolean followed = end < source.length() && "(=.[".indexOf(source.charAt(end)) >= 0;
    return !endsWith('.') && !followed;
  }

  private void add(Matcher piece, String sign) {
    if (sign.charAt(0) == '#' || sign.isBlank()) {
      spaced = text.length() > 0;
      return;
    }
    addSpaceBefore(sign);
    boolean requoted = piece.group(2) != null;
    text.append(requoted ? piece.group(1) + "'" + piece.group(2) + "'" : sign);
    spaced = false;
  }

  private void addSpaceBefore(String sign) {
    boolean closing = CLOSING.contains(sign);
    if (closing && spaced && endsWith(',')) {
      text.setLength(text.length() - 1);
    }
    boolean afterComma = endsWith(',') && !closing;
    boolean afterOpening = text.length() > 0 && OPENING.indexOf(lastChar()) >= 0;
    boolean tight =
        closing || sign.equals(",") || sign.equals(".") || endsWith('.') || afterOpening;
    if (afterComma || (spaced && !tight)) {
      text.append(' ');
    }
  }

  private boolean endsWith(char c) {
    return text.length() > 0 && lastChar() == c;
  }

  private char lastChar() {
    return text.charAt(text.length() - 1);
  }
}
