package dagscribe.source;

import org.jspecify.annotations.Nullable;

/**
 * The source of a DAG as one pass sends it.
 *
 * @param key key of the answer in the cache
 * @param shortened the text; null if it is the whole source, normalised, which is not kept twice
 */
public record SentText(String key, @Nullable Text shortened) {}
