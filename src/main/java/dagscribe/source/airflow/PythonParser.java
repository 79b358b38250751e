package dagscribe.source.airflow;

import java.util.Optional;
import org.treesitter.TSLanguage;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/**
 * tree-sitter's Python parser. Holds native memory until it is closed; not safe for use by several
 * threads, so each thread has its own.
 */
final class PythonParser implements AutoCloseable {

  /**
   * The longest source that is parsed, in characters. The longest DAG file in our corpus has 1.3
   * million; a tree takes some ten times its source in native memory.
   */
  static final int MAX_PARSED_CHARS = 4_000_000;

  private final TSLanguage python = Grammar.open();
  private final TSParser parser = new TSParser();

  PythonParser() {
    if (!parser.setLanguage(python)) {
      throw new IllegalStateException(
          "tree-sitter and its Python grammar are of versions that do not fit");
    }
  }

  /**
   * The tree of a source; nodes that {@code interest} does not want to look into have no children,
   * and only with {@link Interest#EVERYTHING} does the tree have all statements and comments. Empty
   * if the source is too long, too deeply indented or has syntax errors.
   */
  Optional<SyntaxTree> parse(String source, Interest interest) {
    if (source.length() > MAX_PARSED_CHARS) {
      return Optional.empty();
    }
    String shadow = AsciiShadow.of(source);
    if (!Indentation.isModest(shadow)) {
      return Optional.empty();
    }
    boolean whole = interest == Interest.EVERYTHING;
    try (TSTree tree = parser.parseString(null, whole ? shadow : CommentLines.blank(shadow))) {
      TSNode root = tree.getRootNode();
      return root.hasError()
          ? Optional.empty()
          : Optional.of(new TreeCopier(source, interest).copy(root));
    }
  }

  @Override
  public void close() {
    parser.close();
    python.close();
  }
}
