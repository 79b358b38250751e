package dagscribe.source;

/**
 * One record of the input: the Python source of a DAG file and all that came with it.
 *
 * @param id the record's own id, or one derived from its content and origin
 * @param origin where it was read
 * @param source the Python source, untouched
 * @param contentField name of the field that held it
 * @param fields every other field of the record, {@code metadata} among them, as the text of one
 *     JSON object
 */
public record Dag(String id, Origin origin, Text source, String contentField, Text fields) {

  public Dag {
    if (id.isBlank()) {
      throw new IllegalArgumentException("id must not be blank");
    }
  }

  /** A record whose texts are in memory. */
  public Dag(String id, Origin origin, String content, String contentField, String extra) {
    this(id, origin, Text.of(content), contentField, Text.of(extra));
  }

  /** A record that has its source where records usually have it. */
  public Dag(String id, Origin origin, String content, String extra) {
    this(id, origin, content, "content", extra);
  }

  /** The Python source; a large one may be read from a file for it. */
  public String content() {
    return source.read();
  }

  /** Every other field, as the text of one JSON object, likewise. */
  public String extra() {
    return fields.read();
  }

  /** What its texts take in a file, in bytes; 0 if they are in memory. */
  public long bytesInFile() {
    return source.bytesInFile() + fields.bytesInFile();
  }

  /** The same record with its texts where the store puts them. */
  public Dag in(TextStore texts) {
    return new Dag(id, origin, texts.put(source), contentField, texts.put(fields));
  }
}
