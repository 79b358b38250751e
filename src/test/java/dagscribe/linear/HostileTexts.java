package dagscribe.linear;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of any length that are made to be hard for a pattern: its own words, repeated and padded.
 */
final class HostileTexts {

  private static final List<String> FILLERS =
      List.of(
          "a", " ", "\n", "(", ")", "1", "0", "'", "\"", "_", ".", ",", "=", "-", "/", "<",
          "\u0301", "é", "a ", "a,", "1 ", "1,", "a=", "\\", "[", "A", "aA");

  private static final Pattern WORD = Pattern.compile("[A-Za-z@_<>:(=#]{2,}");
  private static final int MAX_WORDS = 6;

  /** A kind of text, which can be had in any length. */
  record Kind(String name, IntFunction<String> ofLength) {}

  private HostileTexts() {}

  static List<Kind> against(Pattern pattern) {
    List<Kind> kinds = new ArrayList<>();
    Set<String> words = new LinkedHashSet<>();
    Matcher word = WORD.matcher(pattern.pattern().replaceAll("\\\\[a-zA-Z]", " "));
    while (word.find() && words.size() < MAX_WORDS) {
      words.add(word.group().replaceAll("[?:]", ""));
    }
    words.add("");
    for (String start : words) {
      for (String filler : FILLERS) {
        kinds.add(kind(start, filler));
        kinds.add(kind("", start + filler));
      }
    }
    return kinds;
  }

  private static Kind kind(String start, String unit) {
    return new Kind(
        start + "+" + unit.substring(0, Math.min(unit.length(), 12)) + "*",
        length -> (start + unit.repeat(length / unit.length() + 1)).substring(0, length));
  }
}
