package dagscribe.source.airflow.grounding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text as words, so that names in code and words in prose can be compared. */
public final class Words {

  private static final Pattern HUMPS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Words that are in every DAG or every request, and so tell nothing about one. */
  private static final Set<String> COMMON =
      stems(
          "a an and or of to in for from with on by at the this that is as it be my all new into"
              + " task tasks dag dags run start end begin stop finish done operator sensor test"
              + " example examples sample tutorial python bash empty dummy branch do get set"
              + " data process job pipeline workflow airflow step main print func function"
              + " create write make custom file files");

  private Words() {}

  /**
   * The text in lower case, one blank around each word: first as written, then with CamelCase
   * split.
   */
  static String line(String text) {
    return " " + plain(text) + " | " + plain(HUMPS.matcher(text).replaceAll(" ")) + " ";
  }

  /** The stems of the words that tell something; names are split at humps and underscores. */
  static Set<String> telling(String text) {
    return stems(HUMPS.matcher(text).replaceAll(" ")).stream()
        .filter(stem -> stem.length() > 2 && !COMMON.contains(stem))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The stems of all words of a text, with and without its CamelCase split. */
  static Set<String> all(String text) {
    return stems(line(text));
  }

  private static Set<String> stems(String text) {
    Stream<String> words = Arrays.stream(plain(text).split(" "));
    return words
        .filter(word -> !word.isEmpty() && !word.chars().allMatch(Character::isDigit))
        .map(Words::stem)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String plain(String text) {
    return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** Without the endings that set "loads", "loading" and "loaded" apart from "load". */
  private static String stem(String word) {
    String stem = word;
    for (String ending : new String[] {"ing", "ed", "es", "s"}) {
      if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
        stem = word.substring(0, word.length() - ending.length());
        break;
      }
    }
    if (stem.length() > 3 && stem.endsWith("e")) {
      return stem.substring(0, stem.length() - 1);
    }
    return stem.endsWith("y") ? stem.substring(0, stem.length() - 1) + "i" : stem;
  }
}
