package dagscribe.source.airflow;

import java.util.List;

/** Takes comments out: first those at the head of a file (licences), then all others. */
final class CommentEdits {

  private CommentEdits() {}

  static List<Edit> headers(SyntaxTree tree) {
    int first = tree.first(0);
    int code = first < 0 ? tree.source().length() : tree.start(first);
    return tree.comments().stream()
        .filter(comment -> comment.start() < code)
        .map(comment -> removal(tree.source(), comment))
        .toList();
  }

  static List<Edit> all(SyntaxTree tree) {
    return tree.comments().stream().map(comment -> removal(tree.source(), comment)).toList();
  }

  private static Edit removal(String source, SyntaxTree.Range comment) {
    int start = comment.start();
    while (start > 0 && " \t".indexOf(source.charAt(start - 1)) >= 0) {
      start--;
    }
    boolean alone = start == 0 || source.charAt(start - 1) == '\n';
    int end = alone ? Math.min(comment.end() + 1, source.length()) : comment.end();
    return new Edit(start, end, "");
  }
}
