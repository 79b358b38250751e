package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;

/** The words of an import statement, dotted ones as one; brackets, commas and comments are none. */
final class ImportWords {

  private final String text;
  private final List<String> words = new ArrayList<>();
  private int at;
  private boolean bracketed;

  private ImportWords(String text) {
    this.text = text;
  }

  /** The words up to the end of the statement that the text begins with. */
  static List<String> of(String text) {
    ImportWords reader = new ImportWords(text);
    while (reader.at < text.length() && !reader.atEnd()) {
      reader.read();
    }
    return reader.words;
  }

  private boolean atEnd() {
    char c = text.charAt(at);
    return c == ';' || c == ')' || (!bracketed && (c == '\n' || c == '\r'));
  }

  private void read() {
    char c = text.charAt(at);
    if (isPart(c)) {
      int start = at;
      while (at < text.length() && isPart(text.charAt(at))) {
        at++;
      }
      words.add(text.substring(start, at));
    } else if (c == '#') {
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
        at++;
      }
    } else {
      bracketed |= c == '(';
      at += c == '\\' ? lineEnd() : 1;
    }
  }

  /** How many characters a backslash and the line end that it hides take. */
  private int lineEnd() {
    return text.startsWith("\r\n", at + 1) ? 3 : 2;
  }

  private static boolean isPart(char c) {
    return c == '.' || Character.isUnicodeIdentifierPart(c);
  }
}
