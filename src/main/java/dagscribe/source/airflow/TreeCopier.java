package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/**
 * Copies a native tree into a {@link SyntaxTree} with one cursor, in a loop: nesting of any depth
 * takes no stack. The insides of strings and imports are never copied.
 *
 * <p>Each thing asked of a native node takes about a microsecond, moving the cursor far less. So
 * the copier asks little, and leaps over statements, arguments and elements without interest.
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
      boolean eldest = false;
      do {
        int node = isAtSign(cursor, parent) ? NONE : copyNode(cursor.currentNode(), parent, eldest);
        eldest = node != NONE && worthEntering(node) && cursor.gotoFirstChild();
        parent = eldest ? node : moveOn(cursor, node, parent);
      } while (parent != NONE);
    }
    return new SyntaxTree(source, nodes, comments);
  }

  /** Adds the node to the table; NONE for comments and for what the grammar does not name. */
  private int copyNode(TSNode node, int parent, boolean eldest) {
    int kind = node.getSymbol();
    if (!Grammar.isNamed(kind)) {
      return NONE;
    }
    if (kind == Grammar.COMMENT) {
      comments.add(new SyntaxTree.Range(node.getStartByte(), node.getEndByte()));
      return NONE;
    }
    boolean known = eldest && startsWithChild(nodes.kind(parent));
    int start = known ? nodes.start(parent) : node.getStartByte();
    return nodes.add(kind, start, node.getEndByte(), parent);
  }

  /** Whether nothing comes before a node's first child; modules and blocks may begin with space. */
  private static boolean startsWithChild(int kind) {
    return kind != Grammar.MODULE && kind != Grammar.BLOCK;
  }

  /** Whether the cursor is at a sign or a comment, told without asking the node. */
  private boolean isAtSign(TSTreeCursor cursor, int parent) {
    return interest != Interest.EVERYTHING
        && parent != NONE
        && isOfFields(nodes.kind(parent))
        && cursor.currentFieldId() == 0;
  }

  /** Whether all of a node's children but signs and comments are fields of the grammar. */
  private static boolean isOfFields(int kind) {
    return kind == Grammar.CALL
        || kind == Grammar.KEYWORD_ARGUMENT
        || kind == Grammar.ASSIGNMENT
        || kind == Grammar.FUNCTION
        || kind == Grammar.CLASS;
  }

  /**
   * Moves to the next sibling of the node or of an ancestor; returns its parent, NONE at the end.
   */
  private int moveOn(TSTreeCursor cursor, int node, int parent) {
    int from = node;
    int above = parent;
    while (above != NONE && !gotoNext(cursor, from, above)) {
      cursor.gotoParent();
      from = above;
      above = nodes.parent(above);
    }
    return above;
  }

  /** Moves to the next sibling of a node; in a series, to the next one of interest. */
  private boolean gotoNext(TSTreeCursor cursor, int node, int parent) {
    if (node == NONE || !isSeries(nodes.kind(parent))) {
      return cursor.gotoNextSibling();
    }
    int end = nodes.end(node);
    int place = interest.next(end);
    if (place == end) {
      return cursor.gotoNextSibling();
    }
    return place < nodes.end(parent) && leap(cursor, place);
  }

  /** Moves to the first sibling that ends behind a place. */
  private static boolean leap(TSTreeCursor cursor, int place) {
    cursor.gotoParent();
    boolean found = cursor.gotoFirstChildForByte(place) >= 0;
    if (!found) {
      cursor.gotoFirstChild();
    }
    return found;
  }

  /** Whether a node's children but the first are alike: none is asked for by its place. */
  private static boolean isSeries(int kind) {
    return kind == Grammar.MODULE
        || kind == Grammar.BLOCK
        || kind == Grammar.ARGUMENTS
        || kind == Grammar.LIST
        || kind == Grammar.TUPLE
        || kind == Grammar.SET
        || kind == Grammar.DICTIONARY;
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
