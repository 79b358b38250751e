package dagscribe.records;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a stream of UTF-8 text, one after the other, with their numbers; memory is bounded
 * whatever the length of a line. A line ends at LF; a CR before it goes too. Confined to one
 * thread.
 */
public final class LineReader {

  /**
   * Longest line that can be a record: 16 MiB. The API takes no more than 32 MB a request, and a
   * worker holds several records at once.
   */
  static final int MAX_LINE_BYTES = 16 << 20;

  /** What is kept of a line that is too long, so that a person can recognise it. */
  private static final int EXCERPT_BYTES = 2_000;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int limit;
  private long lineNumber;
  private long lineBytes;

  /**
   * Starts before the first line of the stream.
   *
   * @param linesBefore lines of the file before this stream
   */
  public LineReader(InputStream in, long linesBefore) {
    this.in = in;
    this.lineNumber = linesBefore;
  }

  /** Moves to the next line; false at the end of the stream. */
  public boolean next() throws IOException {
    line.reset();
    lineBytes = 0;
    boolean any = false;
    while (position < limit || fill()) {
      any = true;
      int end = indexOfLineFeed();
      keep(position, end);
      position = end + 1;
      if (end < limit) {
        break;
      }
      position = limit;
    }
    lineNumber++;
    return any;
  }

  /** Number of the current line in its file, from 1. */
  public long number() {
    return lineNumber;
  }

  /** Whether the current line holds nothing but ASCII white space. */
  public boolean isBlank() {
    return lineBytes <= MAX_LINE_BYTES && line.toString(StandardCharsets.ISO_8859_1).isBlank();
  }

  /** Why the current line cannot be a record; null if it may be one. */
  public @Nullable String defect() {
    if (lineBytes > MAX_LINE_BYTES) {
      return "line of " + lineBytes + " bytes is longer than the limit of " + MAX_LINE_BYTES;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.toByteArray()));
      return null;
    } catch (CharacterCodingException e) {
      return "line is not valid UTF-8";
    }
  }

  /** Text of the current line, cut if it is too long, with replacement characters if not UTF-8. */
  public String text() {
    String text = line.toString(StandardCharsets.UTF_8);
    int end = text.endsWith("\r") ? text.length() - 1 : text.length();
    int start = lineNumber == 1 && text.startsWith("\uFEFF") ? 1 : 0;
    return text.substring(Math.min(start, end), end);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  private int indexOfLineFeed() {
    int i = position;
    while (i < limit && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private void keep(int from, int to) {
    lineBytes += to - from;
    if (lineBytes <= MAX_LINE_BYTES) {
      line.write(buffer, from, to - from);
    } else if (line.size() > EXCERPT_BYTES) {
      byte[] excerpt = line.toByteArray();
      line.reset();
      line.write(excerpt, 0, EXCERPT_BYTES);
    }
  }
}
