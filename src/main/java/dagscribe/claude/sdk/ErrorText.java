package dagscribe.claude.sdk;

import dagscribe.text.PlainText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes one line for people out of what a server or library says, without secrets and without the
 * prompt, which some servers repeat in their errors.
 */
final class ErrorText {
  private static final int MAX_CHARS = 300;

  /** More is read of a page, as its marks are taken out. */
  private static final int READ_CHARS = 4_096;

  /** A shared piece of text this long is no coincidence. */
  private static final int ECHO_CHARS = 24;

  /** A shorter secret may be a part of any word. */
  private static final int WORD_CHARS = 8;

  private static final int HTTP_BAD_REQUEST = 400;

  private final List<String> secrets;

  /**
   * @param secrets what must not be shown
   */
  ErrorText(List<String> secrets) {
    this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
  }

  String oneLine(String text, String prompt) {
    String read = text.length() > READ_CHARS ? text.substring(0, READ_CHARS) : text;
    String line = PlainText.oneLine(WebPage.is(read) ? WebPage.words(read) : read);
    for (String secret : secrets) {
      line = masked(line, secret);
    }
    return withoutEcho(PlainText.cut(line, MAX_CHARS), PlainText.oneLine(prompt));
  }

  private static String masked(String line, String secret) {
    if (secret.length() >= WORD_CHARS) {
      return line.replace(secret, "(key)");
    }
    String word = "(?<![\\p{L}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{N}])";
    return Pattern.compile(word).matcher(line).replaceAll("(key)");
  }

  private static String withoutEcho(String line, String prompt) {
    int start = new Echo(line, ECHO_CHARS).in(prompt);
    return start < 0 ? line : line.substring(0, start) + "(the rest repeats the prompt)";
  }

  /** What to say when the server said nothing readable. */
  static String ofStatus(int status) {
    return status >= HTTP_BAD_REQUEST
        ? "HTTP " + status + " without a readable message"
        : "HTTP " + status + " with a body that is no message";
  }
}
