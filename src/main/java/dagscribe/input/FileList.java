package dagscribe.input;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lists for a person's eyes: what is to be named is named at once, a line each if it is several.
 */
final class FileList {

  /** Nobody reads more, and the rest are likely to be of the same kind. */
  private static final int LONGEST = 1_000;

  private static final CharMatcher UNPRINTABLE =
      CharMatcher.javaIsoControl().or(CharMatcher.inRange('\u2028', '\u202E'));

  private FileList() {}

  /** The only item as it is, or all of them, indented. */
  static String of(List<String> items) {
    if (items.size() == 1) {
      return printable(items.get(0));
    }
    String named =
        items.stream()
            .limit(LONGEST)
            .map(item -> "\n  " + printable(item))
            .collect(Collectors.joining());
    int more = items.size() - LONGEST;
    return items.size() + " files:" + named + (more > 0 ? "\n  and " + more + " more" : "");
  }

  private static String printable(String text) {
    return UNPRINTABLE.replaceFrom(text, '?');
  }
}
