package dagscribe.options;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of this machine given as a {@code file:} URI (RFC 8089): {@code file:/PATH}, {@code
 * file:///PATH} or {@code file://localhost/PATH}, percent-encoded or not. Text of any other form is
 * left as it is.
 */
final class FileUri {

  private static final Pattern FORM = Pattern.compile("(?i)file:(?://(?<host>[^/]*))?(?<path>.*)");

  /** What means something in a pattern; as an octet of a URI it means itself. */
  private static final Pattern GLOB = Pattern.compile("(?i)%(2A|3F|5B|5D|7B|7D|5C|2C)");

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private FileUri() {}

  /**
   * The path of a file.
   *
   * @param where what was given, for the refusal
   * @throws UsageException if the URI names another machine or no file, or is badly encoded
   */
  static String path(String where, String text) {
    return path(where, text, NOTHING);
  }

  /** The same for a pattern, in which encoded wildcards stand for themselves. */
  static String pattern(String where, String text) {
    return path(where, text, GLOB);
  }

  private static String path(String where, String text, Pattern escaped) {
    Matcher uri = FORM.matcher(text);
    if (!uri.matches()) {
      return text;
    }
    String host = uri.group("host");
    if (host != null && !host.isEmpty() && !host.equalsIgnoreCase("localhost")) {
      throw refused(where, text, "names another machine: write file:///PATH");
    }
    String path = decode(where, text, uri.group("path"), escaped);
    if (path.isEmpty()) {
      throw refused(where, text, "names no file");
    }
    return path;
  }

  private static String decode(String where, String text, String path, Pattern escaped) {
    String octets = escaped.matcher(path).replaceAll("\\\\$0").replace("+", "%2B");
    try {
      String decoded = URLDecoder.decode(octets, StandardCharsets.UTF_8);
      if (decoded.contains("\uFFFD") || decoded.contains("\0")) {
        throw refused(where, text, "is no path in UTF-8 once it is decoded");
      }
      return decoded;
    } catch (IllegalArgumentException e) {
      throw refused(where, text, "has a % that is not followed by two hexadecimal digits");
    }
  }

  private static UsageException refused(String where, String text, String why) {
    return new UsageException(where + ": " + Secrets.hide(text) + " " + why);
  }
}
