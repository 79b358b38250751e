package dagscribe.source.airflow;

import java.util.Optional;

/**
 * Reads the facts of DAG sources from their syntax trees. Nothing is run or imported; any text can
 * be read, and the answer depends on the text alone.
 *
 * <p>A source that is not Python 3, or is longer than four million characters, is read by regular
 * expressions instead, which {@link DagFacts#parsed()} tells.
 *
 * <p>Holds native memory until it is closed. Not safe for use by several threads: one each.
 */
public final class FactsReader implements AutoCloseable {

  private final PythonParser parser = new PythonParser();

  /** The facts of a source. */
  public DagFacts read(String source) {
    Optional<SyntaxTree> tree = parser.parse(source, Landmarks.withNames(source));
    return tree.filter(found -> !PythonTwo.isIn(found))
        .map(FactsReader::facts)
        .orElseGet(() -> PatternFacts.of(source));
  }

  private static DagFacts facts(SyntaxTree tree) {
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
    return facts.build(tree.source(), true);
  }

  private static Optional<String> moduleDocString(SyntaxTree tree, Names names) {
    int first = tree.first(0);
    return tree.is(first, Grammar.EXPRESSION_STATEMENT)
        ? names.literal(tree.first(first))
        : Optional.empty();
  }

  @Override
  public void close() {
    parser.close();
  }
}
