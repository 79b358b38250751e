package dagscribe.source.airflow;

import java.util.BitSet;

/** Which positions of a source are within string literals. */
final class StringCover {

  private final BitSet covered = new BitSet();

  private StringCover() {}

  static StringCover of(SyntaxTree tree) {
    StringCover cover = new StringCover();
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Grammar.STRING)) {
        cover.covered.set(tree.start(node), tree.end(node));
      }
    }
    return cover;
  }

  boolean covers(int position) {
    return covered.get(position);
  }
}
