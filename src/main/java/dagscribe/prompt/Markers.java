package dagscribe.prompt;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Draws the word that marks the fences of one call. Thread-safe if the generator is.
 *
 * <p>It need only be unknown to whoever wrote a source, and is drawn again if a source of the call
 * holds it; so it is short, as it is paid for twice a DAG.
 */
final class Markers {

  static final int LENGTH = 8;

  /** Neither vowels, which make words, nor what is taken for a digit. */
  private static final String LETTERS = "bcdfghjkmnpqrstvwxz23456789";

  private Markers() {}

  /** Words from a generator nobody can foresee. */
  static Supplier<String> from(RandomGenerator random) {
    return () ->
        random
            .ints(LENGTH, 0, LETTERS.length())
            .collect(
                StringBuilder::new,
                (word, letter) -> word.append(LETTERS.charAt(letter)),
                StringBuilder::append)
            .toString();
  }

  /** The first of the words that is in none of the texts. */
  static String foreignTo(List<String> texts, Supplier<String> words) {
    String word = words.get();
    while (isIn(texts, word)) {
      word = words.get();
    }
    return word;
  }

  private static boolean isIn(List<String> texts, String word) {
    return texts.stream().anyMatch(text -> text.contains(word));
  }
}
