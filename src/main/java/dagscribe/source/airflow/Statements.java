package dagscribe.source.airflow;

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
    int lineStart = skipBlanks(source, tree.start(statement) - 1, -1) + 1;
    int after = skipBlanks(source, tree.end(statement), 1);
    boolean first = lineStart == 0 || source.charAt(lineStart - 1) == '\n';
    boolean last = after == source.length() || "\n#".indexOf(source.charAt(after)) >= 0;
    if (!first || !last || isFirstOfBlock(tree, statement)) {
      return new Edit(tree.start(statement), tree.end(statement), "...");
    }
    int lineEnd = source.indexOf('\n', after);
    return new Edit(lineStart, lineEnd < 0 ? source.length() : lineEnd + 1, "");
  }

  /** Looks no further than blanks reach: a line may hold as many statements as it likes. */
  private static int skipBlanks(String source, int from, int step) {
    int at = from;
    while (at >= 0 && at < source.length() && " \t\f\r".indexOf(source.charAt(at)) >= 0) {
      at += step;
    }
    return at;
  }

  private static boolean isFirstOfBlock(SyntaxTree tree, int statement) {
    int parent = tree.parent(statement);
    return tree.is(parent, Grammar.BLOCK) && tree.first(parent) == statement;
  }
}
