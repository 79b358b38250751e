package dagscribe.options;

import org.jspecify.annotations.Nullable;

/**
 * Values of options that are a number or a word that leaves it to the program; checked before, so
 * that they can be parsed. Null for the word.
 */
final class Numbers {

  private Numbers() {}

  static @Nullable Long number(String text) {
    return isGiven(text) ? Long.valueOf(text) : null;
  }

  static @Nullable Integer integer(String text) {
    return isGiven(text) ? Integer.valueOf(text) : null;
  }

  static boolean isGiven(String text) {
    return Character.isDigit(text.charAt(0));
  }
}
