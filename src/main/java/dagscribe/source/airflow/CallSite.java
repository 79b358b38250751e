package dagscribe.source.airflow;

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
    return tree.is(callee, Grammar.ATTRIBUTE) ? lastWord(callee) : "";
  }

  /** The same, under the name that Airflow gives it, whatever it was imported as. */
  String name(Names names) {
    String name = name();
    boolean first = !name.isEmpty() && tree.source().startsWith(name, tree.start(node));
    String original = first ? names.original(name) : name;
    boolean known = TaskCollector.isOperator(original) || DagCollector.isDagClass(original);
    return known && !isNewName(name, original) ? original : name;
  }

  /** Whether an old operator is imported under the name that it has had since Airflow 2.4. */
  private static boolean isNewName(String name, String original) {
    return name.equals("EmptyOperator") && original.equals("DummyOperator");
  }

  /** Read backwards from the end, since an attribute may be as long as the source. */
  private String lastWord(int attribute) {
    String source = tree.source();
    int start = tree.start(attribute);
    int end = tree.end(attribute);
    int from = wordBefore(source, start, end);
    if (!source.startsWith("partial", from) || end - from != "partial".length()) {
      return source.substring(from, end);
    }
    int dot = source.lastIndexOf('.', from);
    int objectEnd = dot;
    while (objectEnd > start && Character.isWhitespace(source.charAt(objectEnd - 1))) {
      objectEnd--;
    }
    return source.substring(wordBefore(source, start, objectEnd), objectEnd);
  }

  /** Where the word begins that ends at a position. */
  private static int wordBefore(String source, int start, int end) {
    int from = end;
    while (from > start && Character.isUnicodeIdentifierPart(source.charAt(from - 1))) {
      from--;
    }
    return from;
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
