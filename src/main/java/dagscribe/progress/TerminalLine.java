package dagscribe.progress;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The last line of a terminal, on which something is drawn over and over, while others write lines
 * above it through this stream. Thread-safe.
 */
final class TerminalLine extends OutputStream {

  private static final String START = "\r";
  private static final String WIPE_REST = "\u001b[K";

  private final PrintStream terminal;
  private boolean isShown;
  private boolean isLineBegun;

  TerminalLine(PrintStream terminal) {
    this.terminal = terminal;
  }

  /** Draws over what was drawn; waits while somebody else is in the midst of a line. */
  synchronized void draw(String text) {
    if (!isLineBegun) {
      put(START + text + WIPE_REST);
      isShown = true;
    }
  }

  /** Takes away what was drawn. */
  synchronized void wipe() {
    if (isShown) {
      put(START + WIPE_REST);
      isShown = false;
    }
  }

  // As bytes, since a stream of text may refuse what steers a terminal.
  private void put(String text) {
    byte[] bytes = text.getBytes(Charset.defaultCharset());
    terminal.write(bytes, 0, bytes.length);
    terminal.flush();
  }

  @Override
  public void write(int oneByte) {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    if (length > 0) {
      wipe();
      terminal.write(bytes, offset, length);
      isLineBegun = bytes[offset + length - 1] != '\n';
    }
  }

  @Override
  public void flush() {
    terminal.flush();
  }
}
