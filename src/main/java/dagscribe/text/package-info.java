/** Texts of records, in memory or, if they are large, in a file. Imports nothing of ours. */
@NullMarked
package dagscribe.text;

import org.jspecify.annotations.NullMarked;
