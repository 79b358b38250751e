package dagscribe.dag;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shrinks the source of a DAG to what a reader needs to tell what the DAG does. The same source and
 * budget always give the same text.
 *
 * <p>Things go in this order, largest first, until the text fits: comments at the head; other
 * comments; blank lines; the middle of long strings; bodies of helpers; bodies of tasks; long
 * values; arguments that tell little; statements in which no DAG is written; and at last lines.
 * {@code ...} stands where something is missing. Imports of Airflow, DAGs, schedules, calls of
 * operators with their task ids, dependencies, decorators and the first sentence of doc strings
 * stay as long as the budget allows. Sources that are no Python lose lines only.
 *
 * <p>Holds native memory until it is closed. Not safe for use by several threads: one each.
 */
public final class Compactor implements AutoCloseable {

  private static final List<Function<SyntaxTree, List<Edit>>> STAGES =
      List.of(
          CommentEdits::headers,
          CommentEdits::all,
          BlankLineEdits::all,
          tree -> StringEdits.to(tree, 160),
          BodyEdits::ofHelpers,
          BodyEdits::ofAll,
          ValueEdits::all,
          tree -> StringEdits.to(tree, 40),
          ArgumentEdits::all,
          StatementEdits::all);

  private final PythonParser parser = new PythonParser();

  /**
   * The source, normalised as {@link ContentHash#normalise} does, in at most so many characters.
   *
   * @throws IllegalArgumentException if the budget is negative
   */
  public String compact(String source, int budgetChars) {
    if (budgetChars < 0) {
      throw new IllegalArgumentException("budgetChars must be 0 or more: " + budgetChars);
    }
    String text = ContentHash.normalise(source);
    for (Function<SyntaxTree, List<Edit>> stage : STAGES) {
      if (text.length() <= budgetChars) {
        return text;
      }
      Optional<SyntaxTree> tree = parser.parse(text, Interest.EVERYTHING);
      if (tree.isEmpty()) {
        break;
      }
      text = Edits.apply(text, stage.apply(tree.get()), budgetChars);
    }
    return LineCut.to(text, budgetChars);
  }

  @Override
  public void close() {
    parser.close();
  }
}
