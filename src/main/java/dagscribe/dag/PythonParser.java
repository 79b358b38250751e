package dagscribe.dag;

import java.util.Optional;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/**
 * tree-sitter's Python parser. Holds native memory until it is closed; not safe for use by several
 * threads, so each thread has its own.
 */
final class PythonParser implements AutoCloseable {

  /**
   * The longest source that is parsed, in characters. The longest DAG file known to us has about
   * 200,000; beyond this a file is data, and its tree would take gigabytes of native memory.
   */
  static final int MAX_PARSED_CHARS = 1_000_000;

  private final TSParser parser = new TSParser();

  PythonParser() {
    if (!parser.setLanguage(Grammar.PYTHON)) {
      throw new IllegalStateException(
          "tree-sitter and its Python grammar are of versions that do not fit");
    }
  }

  /**
   * The tree of a source; nodes that hold nothing of interest have no children. Empty if the source
   * is too long, has syntax errors, or is Python 2.
   */
  Optional<SyntaxTree> parse(String source) {
    if (source.length() > MAX_PARSED_CHARS) {
      return Optional.empty();
    }
    try (TSTree tree = parser.parseString(null, AsciiShadow.of(source))) {
      TSNode root = tree.getRootNode();
      return root.hasError() ? Optional.empty() : pythonThree(source, root);
    }
  }

  // Python 2 may hide anywhere, so what shows a sign of it is copied and looked at as a whole.
  private static Optional<SyntaxTree> pythonThree(String source, TSNode root) {
    boolean suspicious = PythonTwo.maybeIn(source);
    Interest interest = suspicious ? Interest.EVERYTHING : Landmarks.of(source);
    SyntaxTree tree = new TreeCopier(source, interest).copy(root);
    return suspicious && PythonTwo.isIn(tree) ? Optional.empty() : Optional.of(tree);
  }

  @Override
  public void close() {
    parser.close();
  }
}
