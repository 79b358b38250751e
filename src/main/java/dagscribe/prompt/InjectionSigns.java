package dagscribe.prompt;

import dagscribe.text.JarText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells sources that may want to be more than data: text that nobody sees, or instructions to the
 * model in plain view. Stateless.
 *
 * <p>No list of phrases is complete, and none need be: what it misses is fenced as everything is.
 * What it finds costs a call of its own and can spoil no neighbour's answer, so it may find too
 * much. Patterns are tried behind the words that begin them alone, which takes a fifth of the time
 * of a search for all at every place.
 */
final class InjectionSigns {

  private static final String FILE = "/dagscribe/prompts/injection-signs.txt";
  private static final int FLAGS = Pattern.DOTALL | Pattern.MULTILINE;

  /** Longer than what shapes an emoji or a Persian word. */
  private static final Pattern HIDDEN_TEXT = Pattern.compile("\\x00{4}");

  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
  private static final String ANYWHERE = "";
  private static final Map<String, Pattern> BY_FIRST_WORD = read();

  private InjectionSigns() {}

  /** Whether a source has any. */
  static boolean in(Reading reading) {
    if (HIDDEN_TEXT.matcher(reading.text()).find()) {
      return true;
    }
    String seen = reading.text().toString().replace(String.valueOf(Lookalikes.HIDDEN), "");
    Pattern anywhere = BY_FIRST_WORD.get(ANYWHERE);
    return beginsAtAWord(seen)
        || (anywhere != null && NOT_ASCII.matcher(seen).find() && anywhere.matcher(seen).find());
  }

  private static boolean beginsAtAWord(String seen) {
    for (int at = 0; at < seen.length(); at++) {
      int start = at;
      while (at < seen.length() && isOfAWord(seen.charAt(at))) {
        at++;
      }
      Pattern rest = at == start ? null : BY_FIRST_WORD.get(seen.substring(start, at));
      if (rest != null && follows(rest, seen, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfAWord(char c) {
    return (c >= 'a' && c <= 'z') || c == '_';
  }

  private static boolean follows(Pattern rest, String seen, int at) {
    return rest.matcher(seen)
        .region(at, seen.length())
        .useTransparentBounds(true)
        .useAnchoringBounds(false)
        .lookingAt();
  }

  private static Map<String, Pattern> read() {
    Map<String, List<String>> rests = new HashMap<>();
    for (String line : JarText.read(FILE).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int arrow = line.indexOf("->");
        String rest = "(?:" + asRead(line.substring(arrow + 2).strip()) + ")";
        for (String word : asRead(line.substring(0, arrow).strip()).split(" ", -1)) {
          rests.computeIfAbsent(word, none -> new ArrayList<>()).add(rest);
        }
      }
    }
    Map<String, Pattern> read = new HashMap<>();
    rests.forEach((word, all) -> read.put(word, Pattern.compile(String.join("|", all), FLAGS)));
    return read;
  }

  // The patterns are read as the sources are, so that letters with marks and those of other
  // alphabets meet their like.
  private static String asRead(String pattern) {
    return pattern
        .codePoints()
        .mapToObj(c -> c < 0x80 ? Character.toString(c) : Lookalikes.reading(c))
        .collect(Collectors.joining());
  }
}
