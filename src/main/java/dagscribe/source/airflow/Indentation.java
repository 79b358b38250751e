package dagscribe.source.airflow;

import java.util.BitSet;

/**
 * How many different indentations a source has: an upper bound of how deep its blocks nest.
 *
 * <p>The Python scanner of tree-sitter saves its indentation stack, two bytes a level, next to at
 * most 257 other bytes, and ends the process if more than 1,024 come together. A source beyond
 * {@link #MAX_WIDTHS} must therefore never reach it; Python itself refuses more than 100 levels.
 * Widths are counted on every line, within strings too, since which lines begin a statement is not
 * known before parsing.
 */
final class Indentation {

  static final int MAX_WIDTHS = 350;

  private static final int TAB_COLUMNS = 8;

  private Indentation() {}

  /** Whether the source has at most {@link #MAX_WIDTHS} different indentations. */
  static boolean isModest(String source) {
    BitSet widths = new BitSet();
    int at = 0;
    while (at < source.length()) {
      at = measure(source, at, widths);
      int lineEnd = source.indexOf('\n', at);
      at = lineEnd < 0 ? source.length() : lineEnd + 1;
    }
    return widths.cardinality() <= MAX_WIDTHS;
  }

  /** Notes the width of the white space that begins at a line's start; returns where it ends. */
  private static int measure(String source, int lineStart, BitSet widths) {
    int width = 0;
    int at = lineStart;
    for (; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == '\\') {
        at = lastOfLineEnd(source, at);
      } else if (c == ' ') {
        width++;
      } else if (c == '\t') {
        width += TAB_COLUMNS;
      } else if (c == '\r' || c == '\f') {
        width = 0;
      } else {
        break;
      }
    }
    widths.set(width);
    return at;
  }

  /** The last character of the line end that a backslash hides, the backslash itself without. */
  private static int lastOfLineEnd(String source, int backslash) {
    int last = backslash;
    if (source.startsWith("\r", last + 1)) {
      last++;
    }
    return source.startsWith("\n", last + 1) ? last + 1 : last;
  }
}
