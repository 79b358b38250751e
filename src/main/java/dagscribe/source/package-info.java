/**
 * A record with what its source says of it: text, origin, content hash, selection rules; and where
 * its texts wait.
 */
@NullMarked
package dagscribe.source;

import org.jspecify.annotations.NullMarked;
