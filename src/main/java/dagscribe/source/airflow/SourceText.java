package dagscribe.source.airflow;

/** The text of a source, as it is compared, hashed and sent. */
public final class SourceText {

  private SourceText() {}

  /**
   * The source without white space at the ends of its lines and blank lines at its own end, every
   * line ended by one {@code \n}. A source of white space only becomes empty.
   */
  public static String normalise(String source) {
    StringBuilder clean = new StringBuilder(source.length() + 1);
    source.lines().forEachOrdered(line -> clean.append(line.stripTrailing()).append('\n'));
    int end = clean.length();
    while (end > 0 && clean.charAt(end - 1) == '\n') {
      end--;
    }
    clean.setLength(end);
    return end == 0 ? "" : clean.append('\n').toString();
  }
}
