package dagscribe.records;

import dagscribe.source.Origin;
import dagscribe.source.Text;
import dagscribe.source.TextStore;
import org.jspecify.annotations.Nullable;

/**
 * One non-blank line of the input.
 *
 * @param origin its file and line number
 * @param content the line without its line end; the beginning of it if it is longer than {@link
 *     LineReader#MAX_LINE_BYTES}; with replacement characters if it is not UTF-8
 * @param defect why the line cannot be a record; null if it may be one
 */
public record SourceLine(Origin origin, Text content, @Nullable String defect) {

  /** A line in memory. */
  public SourceLine(Origin origin, String text, @Nullable String defect) {
    this(origin, Text.of(text), defect);
  }

  /** The line; a large one may be read from a file for it. */
  public String text() {
    return content.read();
  }

  /** The same line with its text where the store puts it. */
  public SourceLine in(TextStore texts) {
    return new SourceLine(origin, texts.put(content), defect);
  }
}
