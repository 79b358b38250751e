package dagscribe.options;

/**
 * One word of the command line.
 *
 * @param text as written
 * @param origin file and line of an argument file; empty on the command line itself
 */
record Word(String text, String origin) {

  /** A mistake in this word, told with its origin. */
  UsageException refused(String message) {
    return new UsageException(origin.isEmpty() ? message : origin + ": " + message);
  }

  boolean isOption() {
    return text.startsWith("--");
  }
}
