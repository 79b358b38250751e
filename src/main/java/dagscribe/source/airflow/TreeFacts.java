package dagscribe.source.airflow;

import java.util.Optional;

/** Facts read from a syntax tree, be it whole or of {@link Landmarks} only. */
final class TreeFacts {

  private TreeFacts() {}

  /**
   * The facts of a tree.
   *
   * @param lineCount lines of the source as it was read
   */
  static DagFacts of(SyntaxTree tree, int lineCount) {
    Names names = Names.of(tree);
    FactsBuilder facts = new FactsBuilder();
    moduleDocString(tree, names).ifPresent(facts::docString);
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Grammar.IMPORT_FROM) || tree.is(node, Grammar.IMPORT)) {
        Imports.addProviders(tree.text(node), facts.providers);
      }
    }
    new DagCollector(tree, names, facts).collect();
    new TaskCollector(tree, names, facts).collect();
    facts.dependencyCount = DependencyCollector.count(tree);
    return facts.build(lineCount, true);
  }

  private static Optional<String> moduleDocString(SyntaxTree tree, Names names) {
    int first = tree.first(0);
    return tree.is(first, Grammar.EXPRESSION_STATEMENT)
        ? names.literal(tree.first(first))
        : Optional.empty();
  }
}
