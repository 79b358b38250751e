package dagscribe.progress;

import dagscribe.text.PlainText;
import java.io.PrintStream;
import java.util.stream.Collectors;

/**
 * A stream of text for people and their terminals: what could steer a terminal, or show text in
 * another order than it has, is written as {@code \\u202e} is. So nothing that a server, a file
 * name, an option or a record says acts on who reads it; inside JSON it stays the same text. Only
 * ends of lines and tabs pass. As safe for threads as the stream below.
 */
public final class PlainStream extends PrintStream {

  private final PrintStream below;

  private PlainStream(PrintStream below) {
    super(below, true);
    this.below = below;
  }

  /** The stream, made plain; itself if it is so already. */
  public static PrintStream of(PrintStream below) {
    return below instanceof PlainStream ? below : new PlainStream(below);
  }

  /** The text in one line, for a message that may hold what others said. */
  public static String oneLine(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining(" "));
  }

  @Override
  public void print(String text) {
    below.print(PlainText.escaped(String.valueOf(text)));
  }

  @Override
  public void print(Object value) {
    print(String.valueOf(value));
  }

  @Override
  public void print(char unit) {
    print(String.valueOf(unit));
  }

  @Override
  public void print(char[] units) {
    print(String.valueOf(units));
  }
}
