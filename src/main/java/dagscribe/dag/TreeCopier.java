package dagscribe.dag;

import java.util.ArrayList;
import java.util.List;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/**
 * Copies a native tree into a {@link SyntaxTree} with one cursor, in a loop: nesting of any depth
 * takes no stack. The insides of strings and imports are never copied.
 */
final class TreeCopier {

  private static final int NONE = SyntaxTree.NO_NODE;

  private final String source;
  private final Interest interest;
  private final NodeTable nodes;
  private final List<SyntaxTree.Range> comments = new ArrayList<>();

  TreeCopier(String source, Interest interest) {
    this.source = source;
    this.interest = interest;
    this.nodes = new NodeTable(source.length() / 16 + 16);
  }

  SyntaxTree copy(TSNode root) {
    try (TSTreeCursor cursor = new TSTreeCursor(root)) {
      int parent = NONE;
      do {
        int node = copyNode(cursor.currentNode(), parent);
        if (node != NONE && worthEntering(node) && cursor.gotoFirstChild()) {
          parent = node;
        } else {
          parent = moveOn(cursor, parent);
        }
      } while (parent != NONE);
    }
    return new SyntaxTree(source, nodes, comments);
  }

  /** Adds the node to the table; NONE for comments and for what the grammar does not name. */
  private int copyNode(TSNode node, int parent) {
    int kind = node.getSymbol();
    if (!Grammar.isNamed(kind)) {
      return NONE;
    }
    if (kind == Grammar.COMMENT) {
      comments.add(new SyntaxTree.Range(node.getStartByte(), node.getEndByte()));
      return NONE;
    }
    return nodes.add(kind, node.getStartByte(), node.getEndByte(), parent);
  }

  /**
   * Moves to the next sibling of the node or of an ancestor; returns its parent, NONE at the end.
   */
  private int moveOn(TSTreeCursor cursor, int parent) {
    int above = parent;
    while (above != NONE && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      above = nodes.parent(above);
    }
    return above;
  }

  private boolean worthEntering(int node) {
    int kind = nodes.kind(node);
    if (isAtom(kind)) {
      return false;
    }
    return isFrame(kind)
        || isDecorating(node)
        || interest.within(nodes.start(node), nodes.end(node));
  }

  /** Whether the kind is never entered, because its text says all. */
  private static boolean isAtom(int kind) {
    return kind == Grammar.STRING
        || kind == Grammar.IDENTIFIER
        || kind == Grammar.IMPORT
        || kind == Grammar.IMPORT_FROM;
  }

  /** Whether the kind is entered whenever it is met, because its parts say what it is. */
  private static boolean isFrame(int kind) {
    return kind == Grammar.MODULE
        || kind == Grammar.EXPRESSION_STATEMENT
        || kind == Grammar.ASSIGNMENT
        || kind == Grammar.DECORATOR
        || kind == Grammar.ARGUMENTS
        || kind == Grammar.PARENTHESIZED
        || kind == Grammar.CONCATENATED_STRING;
  }

  /** Whether the node is what a decorator calls, or the definition it stands at. */
  private boolean isDecorating(int node) {
    int parent = nodes.parent(node);
    return parent != NONE
        && (nodes.kind(parent) == Grammar.DECORATOR || nodes.kind(parent) == Grammar.DECORATED);
  }
}
