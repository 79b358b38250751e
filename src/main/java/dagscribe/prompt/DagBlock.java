package dagscribe.prompt;

import java.util.regex.Pattern;

/**
 * The fence around one DAG in a prompt.
 *
 * <p>The source is untrusted. What could open or close a block in it, {@code <dag} or {@code </dag}
 * in any case and with any blanks, invisible characters or slashes between, has its {@code <}
 * written as the entity of that sign: the model still sees what stood there, and a reader of the
 * prompt sees that it was changed. Lone surrogates and control characters, which UTF-8 or JSON
 * cannot carry or which hide text, become U+FFFD. Equal sources give equal blocks.
 */
final class DagBlock {

  /** Characters a block adds to its source at most: both tags, their line ends, a two-digit id. */
  static final int FENCE_CHARS = "<dag id=\"d99\">\n".length() + "\n</dag>\n".length();

  private static final Pattern TAG =
      Pattern.compile("<(?=[\\s/\\p{Z}\\p{C}\\uFFFD]*+dag)", Pattern.CASE_INSENSITIVE);

  private DagBlock() {}

  /** The block of a source that {@link #inert} has made safe. */
  static String of(String id, String inertSource) {
    return "<dag id=\"" + id + "\">\n" + inertSource + "\n</dag>";
  }

  /** The source without anything that could leave the block or break the request. */
  static String inert(String source) {
    return TAG.matcher(Chars.printable(source)).replaceAll("&lt;");
  }
}
