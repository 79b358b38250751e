package dagscribe.io;

import dagscribe.dag.Origin;
import org.jspecify.annotations.Nullable;

/**
 * One non-blank line of the input.
 *
 * @param origin its file and line number
 * @param text the line without its line end; the beginning of it if it is longer than {@link
 *     LineReader#MAX_LINE_BYTES}; with replacement characters if it is not UTF-8
 * @param defect why the line cannot be a record; null if it may be one
 */
public record SourceLine(Origin origin, String text, @Nullable String defect) {}
