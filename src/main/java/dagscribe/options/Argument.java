package dagscribe.options;

/**
 * One option as given.
 *
 * @param name without the dashes
 * @param value any text
 */
record Argument(String name, String value) {

  /** The one form that Beam parses. */
  String toWord() {
    return "--" + name + "=" + value;
  }
}
