/**
 * What is decided before a run: choices that options leave open, checks of input, output, cache and
 * server, and the mark by which a later run knows its own output.
 */
@NullMarked
package dagscribe.plan;

import org.jspecify.annotations.NullMarked;
