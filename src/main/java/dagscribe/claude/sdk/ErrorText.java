package dagscribe.claude.sdk;

/**
 * Makes one line for people out of what a server or library says, without the key and without the
 * prompt, which some servers repeat in their errors.
 */
final class ErrorText {
  private static final int MAX_CHARS = 300;

  /** A shared piece of text this long is no coincidence. */
  private static final int ECHO_CHARS = 24;

  private static final int HTTP_BAD_REQUEST = 400;

  private final String key;

  ErrorText(String key) {
    this.key = key;
  }

  String oneLine(String text, String prompt) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (!key.isEmpty()) {
      line = line.replace(key, "(key)");
    }
    if (line.startsWith("<")) {
      return "(a web page)";
    }
    if (line.length() > MAX_CHARS) {
      line = line.substring(0, MAX_CHARS) + "…";
    }
    return withoutEcho(line, prompt.replaceAll("\\s+", " "));
  }

  private static String withoutEcho(String line, String prompt) {
    for (int start = 0; start + ECHO_CHARS <= line.length(); start++) {
      if (prompt.contains(line.substring(start, start + ECHO_CHARS))) {
        return line.substring(0, start) + "(the rest repeats the prompt)";
      }
    }
    return line;
  }

  /** What to say when the server said nothing readable. */
  static String ofStatus(int status) {
    return status >= HTTP_BAD_REQUEST
        ? "HTTP " + status + " without a readable message"
        : "HTTP " + status + " with a body that is no message";
  }
}
