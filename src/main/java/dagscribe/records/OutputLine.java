package dagscribe.records;

import dagscribe.source.Text;
import dagscribe.source.TextStore;
import dagscribe.totals.Destination;

/**
 * One line of the output.
 *
 * @param destination the files it goes to
 * @param reason why it ends there; empty for an instruction
 * @param text the line, without its line end
 */
public record OutputLine(Destination destination, String reason, Text text) {

  /** A line in memory. */
  public OutputLine(Destination destination, String reason, String json) {
    this(destination, reason, Text.of(json));
  }

  /** The line; a large one may be read from a file for it. */
  public String json() {
    return text.read();
  }

  /** The same line with its text where the store puts it. */
  public OutputLine in(TextStore texts) {
    return new OutputLine(destination, reason, texts.put(text));
  }
}
