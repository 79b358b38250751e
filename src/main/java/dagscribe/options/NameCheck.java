package dagscribe.options;

import dagscribe.input.FileNameEncoding;

/** Refuses what the process's encoding of file names cannot carry. */
final class NameCheck {

  /** What Java puts in place of bytes that it cannot decode. */
  private static final String REPLACEMENT = "\uFFFD";

  private NameCheck() {}

  /**
   * Refuses a word of the command line, or a path such as the working directory, that did not come
   * through.
   *
   * @throws UsageException naming the word and the locale
   */
  static void checkWord(FileNameEncoding encoding, String word) {
    if (word.contains(REPLACEMENT) && !encoding.canName(word)) {
      throw new UsageException("'" + Secrets.hide(word) + "' cannot be read: " + encoding.remedy());
    }
  }

  /**
   * Refuses a file name that the process cannot use.
   *
   * @throws UsageException naming the option and the locale
   */
  static void checkPath(FileNameEncoding encoding, String option, String path) {
    if (!encoding.canName(path)) {
      throw new UsageException("--" + option + "=" + path + ": " + encoding.remedy());
    }
  }
}
