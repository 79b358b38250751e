package dagscribe.dag;

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
              + "|#[^\\n]*+|\\s++|\\w++|.");

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final StringBuilder text = new StringBuilder();
  private boolean spaced;

  private ExpressionText() {}

  static String of(String source) {
    ExpressionText expression = new ExpressionText();
    Matcher piece = PIECE.matcher(source);
    while (piece.find()) {
      expression.add(piece);
    }
    return expression.text.toString();
  }

  private void add(Matcher piece) {
    String sign = piece.group();
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
