package dagscribe.source.airflow;

import java.util.List;

/**
 * A Python syntax tree copied out of native memory: named nodes in source order, numbered from 0
 * (the module), children after their parent. Comments stand apart in {@link #comments()}, so that
 * the children of a node are its grammar's own. {@code NO_NODE} says that there is none.
 *
 * <p>Immutable once built; positions are indexes into the source, ends exclusive.
 */
final class SyntaxTree {

  static final int NO_NODE = -1;

  /** Where a comment stands in the source. */
  record Range(int start, int end) {}

  private final String source;
  private final NodeTable nodes;
  private final List<Range> comments;

  SyntaxTree(String source, NodeTable nodes, List<Range> comments) {
    this.source = source;
    this.nodes = nodes;
    this.comments = List.copyOf(comments);
  }

  int size() {
    return nodes.size();
  }

  String source() {
    return source;
  }

  List<Range> comments() {
    return comments;
  }

  int kind(int node) {
    return nodes.kind(node);
  }

  boolean is(int node, int kind) {
    return node != NO_NODE && nodes.kind(node) == kind;
  }

  int start(int node) {
    return nodes.start(node);
  }

  int end(int node) {
    return nodes.end(node);
  }

  int parent(int node) {
    return nodes.parent(node);
  }

  int first(int node) {
    return nodes.first(node);
  }

  int last(int node) {
    return nodes.last(node);
  }

  int next(int node) {
    return nodes.next(node);
  }

  String text(int node) {
    return source.substring(start(node), end(node));
  }

  /** The node within any parentheses around it. */
  int unwrapped(int node) {
    int inner = node;
    while (is(inner, Grammar.PARENTHESIZED) && first(inner) != NO_NODE) {
      inner = first(inner);
    }
    return inner;
  }
}
