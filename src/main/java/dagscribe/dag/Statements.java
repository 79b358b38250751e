package dagscribe.dag;

/** Statements of a tree as parts that can be taken out of the source. */
final class Statements {

  private Statements() {}

  /** Whether a node is a statement of a module or of a block. */
  static boolean isStatement(SyntaxTree tree, int node) {
    int parent = tree.parent(node);
    return tree.is(parent, Grammar.MODULE) || tree.is(parent, Grammar.BLOCK);
  }

  /**
   * Takes a statement out with its lines; the first of a block leaves {@code ...}, since no block
   * may be empty. A statement that shares its lines with others leaves them alone.
   */
  static Edit removal(SyntaxTree tree, int statement) {
    String source = tree.source();
    int lineStart = source.lastIndexOf('\n', tree.start(statement) - 1) + 1;
    int lineEnd = source.indexOf('\n', tree.end(statement));
    int end = lineEnd < 0 ? source.length() : lineEnd;
    String before = source.substring(lineStart, tree.start(statement));
    String after = source.substring(tree.end(statement), end).strip();
    boolean alone = before.isBlank() && (after.isEmpty() || after.startsWith("#"));
    if (!alone || isFirstOfBlock(tree, statement)) {
      return new Edit(tree.start(statement), tree.end(statement), "...");
    }
    return new Edit(lineStart, Math.min(end + 1, source.length()), "");
  }

  private static boolean isFirstOfBlock(SyntaxTree tree, int statement) {
    int parent = tree.parent(statement);
    return tree.is(parent, Grammar.BLOCK) && tree.first(parent) == statement;
  }
}
