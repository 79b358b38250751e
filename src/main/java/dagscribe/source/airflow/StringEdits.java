package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;

/** Shortens long string literals: SQL, shell scripts, templates; doc strings to a sentence. */
final class StringEdits {

  private StringEdits() {}

  /** Shortens strings to so many characters of text, doc strings to their first sentence. */
  static List<Edit> to(SyntaxTree tree, int keptChars) {
    DagCode code = DagCode.of(tree);
    List<Edit> edits = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      boolean isLong =
          tree.is(node, Grammar.STRING) && tree.end(node) - tree.start(node) > keptChars;
      if (isLong && !code.isIdentifying(tree.parent(node))) {
        String literal = tree.text(node);
        String shortened =
            isDocString(tree, node)
                ? ShortString.firstSentence(literal)
                : ShortString.of(literal, keptChars);
        edits.add(new Edit(tree.start(node), tree.end(node), shortened));
      }
    }
    return edits;
  }

  static boolean isDocString(SyntaxTree tree, int string) {
    int statement = tree.parent(string);
    return tree.is(statement, Grammar.EXPRESSION_STATEMENT)
        && tree.first(tree.parent(statement)) == statement;
  }
}
