package dagscribe.claude.sdk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where a line begins to repeat a text, in one pass over the text however much of the two is
 * alike (Karp and Rabin's search for all pieces of the line at once). Not thread-safe.
 */
final class Echo {

  private static final int BASE = 1_000_003;

  private final String line;
  private final int chars;
  private final Map<Integer, List<Integer>> startsByHash = new HashMap<>();

  /**
   * @param chars a shared piece as long as this is a repetition, 1 or more
   */
  Echo(String line, int chars) {
    this.line = line;
    this.chars = chars;
    Set<String> pieces = new HashSet<>();
    for (int start = 0; start + chars <= line.length(); start++) {
      String piece = line.substring(start, start + chars);
      if (pieces.add(piece)) {
        startsByHash.computeIfAbsent(hash(piece), hash -> new ArrayList<>()).add(start);
      }
    }
  }

  /** Where in the line its first piece begins that is in the text as well; -1 if none is. */
  int in(String text) {
    int first = line.length();
    int hash = 0;
    int dropped = power();
    for (int end = 0; end < text.length() && first > 0; end++) {
      hash = hash * BASE + text.charAt(end);
      if (end >= chars) {
        hash -= dropped * text.charAt(end - chars);
      }
      if (end >= chars - 1) {
        first = Math.min(first, start(hash, text, end - chars + 1));
      }
    }
    return first == line.length() ? -1 : first;
  }

  /** Where the piece of the text is in the line; the line's length if it is not. */
  private int start(int hash, String text, int at) {
    for (int start : startsByHash.getOrDefault(hash, List.of())) {
      if (line.regionMatches(start, text, at, chars)) {
        return start;
      }
    }
    return line.length();
  }

  private static int hash(String piece) {
    int hash = 0;
    for (int i = 0; i < piece.length(); i++) {
      hash = hash * BASE + piece.charAt(i);
    }
    return hash;
  }

  /** What a character has been multiplied by once it is out of the piece. */
  private int power() {
    int power = 1;
    for (int i = 0; i < chars; i++) {
      power *= BASE;
    }
    return power;
  }
}
