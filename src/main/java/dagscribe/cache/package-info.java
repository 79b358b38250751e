/** Answers already paid for. Imports nothing of ours. */
@NullMarked
package dagscribe.cache;

import org.jspecify.annotations.NullMarked;
