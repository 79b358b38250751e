package dagscribe.source.airflow;

/**
 * A part of a text that something shorter is to replace.
 *
 * @param start where the part begins
 * @param end where it ends, exclusive
 */
record Edit(int start, int end, String replacement) {

  /** By how many characters the text gets shorter; negative if it gets longer. */
  int saving() {
    return end - start - replacement.length();
  }
}
