package dagscribe.dag;

/**
 * A call in a tree.
 *
 * @param node a node of kind {@code call}
 */
record CallSite(SyntaxTree tree, int node) {

  /**
   * The last word of what is called: {@code DAG} in {@code models.DAG(…)}; the operator in {@code
   * BashOperator.partial(…)}; empty if what is called has no name.
   */
  String name() {
    int callee = tree.first(node);
    if (tree.is(callee, Grammar.IDENTIFIER)) {
      return tree.text(callee);
    }
    return tree.is(callee, Grammar.ATTRIBUTE) ? lastWord(tree.text(callee)) : "";
  }

  private static String lastWord(String attribute) {
    int dot = attribute.lastIndexOf('.');
    String word = attribute.substring(dot + 1).strip();
    String object = attribute.substring(0, Math.max(dot, 0));
    return word.equals("partial") ? object.substring(object.lastIndexOf('.') + 1).strip() : word;
  }

  /** The value of a keyword argument. */
  int keyword(String keyword) {
    for (int argument = firstArgument(); argument >= 0; argument = tree.next(argument)) {
      if (tree.is(argument, Grammar.KEYWORD_ARGUMENT) && isNamed(argument, keyword)) {
        return tree.last(argument);
      }
    }
    return SyntaxTree.NO_NODE;
  }

  private boolean isNamed(int argument, String keyword) {
    int name = tree.first(argument);
    return name >= 0
        && tree.end(name) - tree.start(name) == keyword.length()
        && tree.source().startsWith(keyword, tree.start(name));
  }

  /** The first argument that is given by position. */
  int firstPositional() {
    int argument = firstArgument();
    boolean positional =
        argument >= 0
            && !tree.is(argument, Grammar.KEYWORD_ARGUMENT)
            && !tree.is(argument, Grammar.DICTIONARY_SPLAT);
    return positional ? argument : SyntaxTree.NO_NODE;
  }

  int firstArgument() {
    int arguments = tree.last(node);
    return tree.is(arguments, Grammar.ARGUMENTS) ? tree.first(arguments) : SyntaxTree.NO_NODE;
  }
}
