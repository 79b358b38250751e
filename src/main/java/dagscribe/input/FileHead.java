package dagscribe.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The beginning of a file, decompressed.
 *
 * @param bytes the first of them
 * @param isWhole whether there are no more
 */
@SuppressWarnings("ArrayRecordComponent")
record FileHead(byte[] bytes, boolean isWhole) {

  /** Holds some records of usual size, and costs a fraction of opening the file. */
  static final int MAX_BYTES = 1 << 16;

  /** Reads on to the end of the head. */
  static FileHead of(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES);
    return new FileHead(bytes, bytes.length < MAX_BYTES);
  }

  /** The text, with replacement characters for what is none, without a byte order mark. */
  String text() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The text up to its last whole line. */
  String wholeLines() {
    String text = text();
    return isWhole ? text : text.substring(0, text.lastIndexOf('\n') + 1);
  }
}
