package dagscribe.source.airflow;

import java.util.Comparator;
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
 */
final class Compactor {

  /** What is taken out, stage by stage; within a stage in the order the stage proposes. */
  private static final List<Function<SyntaxTree, List<Edit>>> STAGES =
      List.of(
          CommentEdits::headers,
          CommentEdits::all,
          BlankLineEdits::all,
          largestFirst(tree -> StringEdits.to(tree, 160)),
          largestFirst(BodyEdits::ofHelpers),
          largestFirst(BodyEdits::ofAll),
          largestFirst(ValueEdits::all),
          largestFirst(tree -> StringEdits.to(tree, 40)),
          largestFirst(ArgumentEdits::all),
          StatementEdits::all);

  private Compactor() {}

  /**
   * A text in at most so many characters.
   *
   * @param text normalised
   * @param tree all of its tree; empty if it does not parse
   * @throws IllegalArgumentException if the budget is negative
   */
  static String compact(String text, Optional<SyntaxTree> tree, int budgetChars) {
    if (budgetChars < 0) {
      throw new IllegalArgumentException("budgetChars must be 0 or more: " + budgetChars);
    }
    if (text.length() <= budgetChars) {
      return text;
    }
    String shrunk = tree.map(parsed -> shrunk(parsed, budgetChars)).orElse(text);
    return LineCut.to(shrunk.isBlank() ? text : shrunk, budgetChars);
  }

  private static String shrunk(SyntaxTree tree, int budgetChars) {
    EditedText text = new EditedText(tree.source());
    for (Function<SyntaxTree, List<Edit>> stage : STAGES) {
      for (Edit edit : stage.apply(tree)) {
        if (text.length() <= budgetChars) {
          return text.toString();
        }
        text.make(edit);
      }
    }
    return text.toString();
  }

  private static Function<SyntaxTree, List<Edit>> largestFirst(
      Function<SyntaxTree, List<Edit>> stage) {
    Comparator<Edit> order =
        Comparator.comparingInt(Edit::saving).reversed().thenComparingInt(Edit::start);
    return tree -> stage.apply(tree).stream().sorted(order).toList();
  }
}
