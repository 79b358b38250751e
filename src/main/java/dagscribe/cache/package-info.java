/** Answers already paid for, and the journal of calls: in a file, in Redis, or in memory. */
@NullMarked
package dagscribe.cache;

import org.jspecify.annotations.NullMarked;
