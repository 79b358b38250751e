package dagscribe.source.airflow;

/**
 * The escapes of Python string literals. Names of Unicode characters, halves of surrogate pairs and
 * unknown escapes stay as they are written; Python keeps the last too.
 */
final class StringEscapes {

  private static final String LETTERS = "abfnrtv\\'\"";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\'\"";

  private final String body;
  private final StringBuilder value = new StringBuilder();
  private int at;

  private StringEscapes(String body) {
    this.body = body;
  }

  static String undo(String body) {
    return body.indexOf('\\') < 0 ? body : new StringEscapes(body).undo();
  }

  private String undo() {
    while (at < body.length()) {
      char c = body.charAt(at++);
      if (c == '\\' && at < body.length()) {
        undoEscape(body.charAt(at++));
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  private void undoEscape(char letter) {
    int simple = LETTERS.indexOf(letter);
    if (simple >= 0) {
      value.append(MEANINGS.charAt(simple));
    } else if (letter >= '0' && letter <= '7') {
      at--;
      undoNumber("", 3, 8);
    } else if (letter == 'x') {
      undoNumber("x", 2, 16);
    } else if (letter == 'u') {
      undoNumber("u", 4, 16);
    } else if (letter == 'U') {
      undoNumber("U", 8, 16);
    } else if (letter != '\n') {
      value.append('\\').append(letter);
    }
  }

  private void undoNumber(String sign, int maxDigits, int radix) {
    int from = at;
    int number = 0;
    while (at < body.length() && at - from < maxDigits && isDigit(body.charAt(at), radix)) {
      number = number * radix + Character.digit(body.charAt(at++), radix);
    }
    if (at > from && isCharacter(number)) {
      value.appendCodePoint(number);
    } else {
      value.append('\\').append(sign).append(body, from, at);
    }
  }

  // Half of a surrogate pair is no text that could be written anywhere.
  private static boolean isCharacter(int number) {
    return Character.isValidCodePoint(number)
        && (number < Character.MIN_SURROGATE || number > Character.MAX_SURROGATE);
  }

  private static boolean isDigit(char c, int radix) {
    return Character.digit(c, radix) >= 0;
  }
}
