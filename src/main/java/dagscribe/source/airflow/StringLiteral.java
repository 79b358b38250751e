package dagscribe.source.airflow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value of a Python string literal, quotes and escapes undone. */
final class StringLiteral {

  private static final Pattern PREFIX_AND_QUOTE =
      Pattern.compile("([A-Za-z]{0,2})(\"\"\"|'''|\"|')");

  private StringLiteral() {}

  /** The value of one literal; empty for bytes, for f-strings and for what is no literal. */
  static Optional<String> value(String literal) {
    Matcher opening = PREFIX_AND_QUOTE.matcher(literal);
    if (!opening.lookingAt() || literal.length() < opening.end() + opening.group(2).length()) {
      return Optional.empty();
    }
    String prefix = opening.group(1);
    if (has(prefix, 'b') || has(prefix, 'f') || has(prefix, 't')) {
      return Optional.empty();
    }
    String body = literal.substring(opening.end(), literal.length() - opening.group(2).length());
    String lines = body.replace("\r\n", "\n").replace('\r', '\n');
    return Optional.of(has(prefix, 'r') ? lines : StringEscapes.undo(lines));
  }

  private static boolean has(String prefix, char letter) {
    return prefix.indexOf(letter) >= 0 || prefix.indexOf(Character.toUpperCase(letter)) >= 0;
  }
}
