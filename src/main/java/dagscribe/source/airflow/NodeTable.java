package dagscribe.source.airflow;

import java.util.Arrays;

/** The growing table of a tree's nodes: five numbers a node, one column each. */
final class NodeTable {

  private static final int NONE = SyntaxTree.NO_NODE;

  private int size;
  private int[] kinds;
  private int[] starts;
  private int[] ends;
  private int[] parents;
  private int[] lasts;
  private int[] nexts;

  NodeTable(int capacity) {
    kinds = new int[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    parents = new int[capacity];
    lasts = new int[capacity];
    nexts = new int[capacity];
  }

  /** Adds a node after all its elder siblings; returns its number. */
  int add(int kind, int start, int end, int parent) {
    if (size == kinds.length) {
      grow();
    }
    int node = size++;
    kinds[node] = kind;
    starts[node] = start;
    ends[node] = end;
    parents[node] = parent;
    lasts[node] = NONE;
    nexts[node] = NONE;
    if (parent != NONE) {
      link(parent, node);
    }
    return node;
  }

  private void link(int parent, int node) {
    if (lasts[parent] != NONE) {
      nexts[lasts[parent]] = node;
    }
    lasts[parent] = node;
  }

  private void grow() {
    int capacity = 2 * size + 16;
    kinds = Arrays.copyOf(kinds, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    parents = Arrays.copyOf(parents, capacity);
    lasts = Arrays.copyOf(lasts, capacity);
    nexts = Arrays.copyOf(nexts, capacity);
  }

  int size() {
    return size;
  }

  int kind(int node) {
    return kinds[node];
  }

  int start(int node) {
    return starts[node];
  }

  int end(int node) {
    return ends[node];
  }

  int parent(int node) {
    return parents[node];
  }

  int first(int node) {
    return lasts[node] == NONE ? NONE : node + 1;
  }

  int last(int node) {
    return lasts[node];
  }

  int next(int node) {
    return nexts[node];
  }
}
