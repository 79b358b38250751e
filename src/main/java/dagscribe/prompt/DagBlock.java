package dagscribe.prompt;

/**
 * One DAG in a prompt, between {@code <dag-MARKER id="d1">} and {@code </dag-MARKER>}.
 *
 * <p>The marker is drawn for each call and stands in none of its sources, so no source can open or
 * end a block.
 */
final class DagBlock {

  /** Characters a block adds to its source at most: both tags, their line ends, a two-digit id. */
  static final int FENCE_CHARS =
      "<dag- id=\"d99\">\n".length() + "\n</dag->\n".length() + 2 * Markers.LENGTH;

  private DagBlock() {}

  /** The block of a source that holds nothing like a fence. */
  static String of(String marker, String id, String inertSource) {
    return "<dag-" + marker + " id=\"" + id + "\">\n" + inertSource + "\n</dag-" + marker + ">";
  }
}
