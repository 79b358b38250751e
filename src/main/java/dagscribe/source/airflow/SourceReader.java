package dagscribe.source.airflow;

import java.util.Optional;

/**
 * Parses DAG sources, once each: the same tree gives the facts and the text to send. Nothing is run
 * or imported; any text can be read, and the answer depends on the text alone.
 *
 * <p>A source that is not Python 3, or is longer than four million characters, is read by regular
 * expressions instead, which {@link DagFacts#parsed()} tells, and is shortened by lines.
 *
 * <p>Holds native memory until it is closed. Not safe for use by several threads: one each.
 */
public final class SourceReader implements AutoCloseable {

  private final PythonParser parser = new PythonParser();

  /**
   * Reads a source.
   *
   * @param leastBudgetChars the smallest budget that {@link ParsedSource#within} will be asked for:
   *     0 or more; a source within it needs no whole tree
   */
  public ParsedSource read(String source, int leastBudgetChars) {
    String text = SourceText.normalise(source);
    boolean isWhole = text.length() > leastBudgetChars;
    Optional<SyntaxTree> tree =
        parser.parse(text, isWhole ? Interest.EVERYTHING : Landmarks.withNames(text));
    int lineCount = (int) source.lines().count();
    DagFacts facts =
        tree.filter(found -> !PythonTwo.isIn(found))
            .map(found -> TreeFacts.of(found, lineCount))
            .orElseGet(() -> PatternFacts.of(text, lineCount));
    return new ParsedSource(text, facts, tree.filter(found -> isWhole), leastBudgetChars);
  }

  /** The facts of a source alone. */
  public DagFacts facts(String source) {
    return read(source, Integer.MAX_VALUE).facts();
  }

  @Override
  public void close() {
    parser.close();
  }
}
