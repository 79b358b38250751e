package dagscribe.source.airflow.grounding;

/**
 * One statement of an instruction held against one fact of its source.
 *
 * @param check names the check: {@code schedule}, {@code time}, {@code day}, {@code system}, {@code
 *     names}, {@code id} or {@code count}
 * @param verdict what came of it
 * @param source what the source says, as far as it can be read; at most {@value #MAX_CHARS}
 *     characters
 * @param said what the instruction says, empty if it is silent; at most {@value #MAX_CHARS}
 *     characters
 */
public record Finding(String check, Verdict verdict, String source, String said) {

  /** More than that explains nothing to anybody. */
  static final int MAX_CHARS = 200;

  public Finding {
    source = cut(source);
    said = cut(said);
    if ((verdict == Verdict.SILENT) != said.isEmpty()) {
      throw new IllegalArgumentException(check + " " + verdict + " where is said: " + said);
    }
  }

  private static String cut(String text) {
    if (text.length() <= MAX_CHARS) {
      return text;
    }
    int end = MAX_CHARS - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
