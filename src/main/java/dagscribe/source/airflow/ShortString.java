package dagscribe.source.airflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python string literals cut short, with {@code ...} where something is missing. */
final class ShortString {

  private static final Pattern OPENING = Pattern.compile("([A-Za-z]{0,2})(\"\"\"|'''|\"|')");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](?=\\s)|\\n\\s*\\n");
  private static final int MAX_SENTENCE_CHARS = 200;
  private static final String MARK = "...";

  private ShortString() {}

  /** The literal with at most so many characters of its text; the literal itself if it is short. */
  static String of(String literal, int keptChars) {
    Matcher opening = OPENING.matcher(literal);
    if (!opening.lookingAt() || literal.length() <= opening.end() + keptChars + MARK.length() + 3) {
      return literal;
    }
    boolean formatted = opening.group(1).matches(".*[fFtT].*");
    int end = cleanEnd(literal, opening.end(), opening.end() + keptChars, formatted);
    return literal.substring(0, end).stripTrailing() + MARK + opening.group(2);
  }

  /** The doc string cut after its first sentence, as long as that is not a long one. */
  static String firstSentence(String literal) {
    Matcher opening = OPENING.matcher(literal);
    if (!opening.lookingAt()) {
      return literal;
    }
    Matcher sentence = SENTENCE_END.matcher(literal);
    if (sentence.find(opening.end()) && sentence.start() - opening.end() < MAX_SENTENCE_CHARS) {
      boolean stop = !sentence.group().isBlank();
      return literal.substring(0, stop ? sentence.end() : sentence.start()) + opening.group(2);
    }
    return of(literal, MAX_SENTENCE_CHARS);
  }

  /**
   * The last place up to a limit that is in no escape, no character pair and no replacement field.
   */
  private static int cleanEnd(String literal, int from, int limit, boolean formatted) {
    int clean = from;
    int depth = 0;
    for (int at = from; at < limit; at++) {
      char c = literal.charAt(at);
      if (c == '\\' || Character.isHighSurrogate(c)) {
        at++;
      } else if (formatted && (c == '{' || c == '}')) {
        depth += c == '{' ? 1 : -1;
      }
      if (depth == 0 && at < limit) {
        clean = at + 1;
      }
    }
    return clean;
  }
}
