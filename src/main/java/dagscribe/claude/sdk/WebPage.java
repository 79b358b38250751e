package dagscribe.claude.sdk;

import java.util.List;
import java.util.Locale;

/**
 * The words of a web page, which a gateway, a proxy or a log-in page sends in place of an answer.
 */
final class WebPage {

  private static final List<String> UNREAD = List.of("script", "style");

  private WebPage() {}

  static boolean is(String text) {
    return text.stripLeading().startsWith("<");
  }

  /** What a reader would see, the title first, as that is where it stands. */
  static String words(String html) {
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      int end = tag < 0 ? html.length() : tag;
      words.append(html, at, end).append(' ');
      at = tag < 0 ? html.length() : afterTag(html, tag);
    }
    return words.toString();
  }

  private static int afterTag(String html, int tag) {
    for (String name : UNREAD) {
      if (html.regionMatches(true, tag + 1, name, 0, name.length())) {
        int end = html.toLowerCase(Locale.ROOT).indexOf("</" + name, tag);
        return end < 0 ? html.length() : afterTag(html, end);
      }
    }
    int end = html.startsWith("<!--", tag) ? html.indexOf("-->", tag) : html.indexOf('>', tag);
    return end < 0 ? html.length() : end + (html.startsWith("-->", end) ? 3 : 1);
  }
}
