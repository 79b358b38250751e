package dagscribe.source.airflow;

import java.util.Optional;

/** A source that has been parsed: its facts, and its text within any budget. Immutable. */
public final class ParsedSource {

  private final String text;
  private final DagFacts facts;
  private final Optional<SyntaxTree> whole;
  private final int leastBudgetChars;

  /**
   * @param text normalised, which is what the tree is of
   * @param whole all of its tree; empty if it does not parse, or is within every budget
   */
  ParsedSource(String text, DagFacts facts, Optional<SyntaxTree> whole, int leastBudgetChars) {
    this.text = text;
    this.facts = facts;
    this.whole = whole;
    this.leastBudgetChars = leastBudgetChars;
  }

  /** The source, as {@link SourceText#normalise} makes it. */
  public String text() {
    return text;
  }

  /** What the source says of itself. */
  public DagFacts facts() {
    return facts;
  }

  /**
   * The text in at most so many characters, shortened as {@link Compactor} does.
   *
   * @throws IllegalArgumentException if the budget is smaller than the source was read for
   */
  public String within(int budgetChars) {
    if (budgetChars < leastBudgetChars) {
      throw new IllegalArgumentException("budgetChars must be at least " + leastBudgetChars);
    }
    return Compactor.compact(text, whole, budgetChars);
  }
}
