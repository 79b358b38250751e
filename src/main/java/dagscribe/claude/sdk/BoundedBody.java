package dagscribe.claude.sdk;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A body, unpacked, of which no more is read than an answer can have, and whose beginning is kept
 * for the message that says what it was instead of an answer.
 */
final class BoundedBody extends FilterInputStream {

  /** The longest answer of any model, 128,000 tokens, has less than a tenth of this. */
  static final int MAX_BYTES = 8 << 20;

  private static final int KEPT_BYTES = 4_096;

  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
  private long count;

  BoundedBody(InputStream body) {
    super(body);
  }

  /** How the body begins, as far as it has been read. */
  String beginning() {
    return beginning.toString(StandardCharsets.UTF_8);
  }

  @Override
  public int read() throws IOException {
    int each = super.read();
    if (each >= 0) {
      take(new byte[] {(byte) each}, 0, 1);
    }
    return each;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      take(bytes, offset, read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, KEPT_BYTES)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void take(byte[] bytes, int offset, int length) throws IOException {
    beginning.write(bytes, offset, Math.min(length, KEPT_BYTES - beginning.size()));
    count += length;
    if (count > MAX_BYTES) {
      throw new BodyTooLargeException();
    }
  }

  /** More than an answer can have. */
  static final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
      super("the body has more than " + MAX_BYTES + " bytes");
    }
  }
}
