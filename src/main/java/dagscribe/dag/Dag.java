package dagscribe.dag;

/**
 * One record of the input: the Python source of a DAG file and all that came with it.
 *
 * @param id the record's own id, or one derived from its content and origin
 * @param origin where it was read
 * @param content the Python source, untouched
 * @param contentField name of the field that held it
 * @param extra every other field of the record, {@code metadata} among them, as the text of one
 *     JSON object
 */
public record Dag(String id, Origin origin, String content, String contentField, String extra) {

  public Dag {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id must not be blank");
    }
  }

  /** A record that has its source where records usually have it. */
  public Dag(String id, Origin origin, String content, String extra) {
    this(id, origin, content, "content", extra);
  }
}
