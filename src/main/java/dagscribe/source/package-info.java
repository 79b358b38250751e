/** A record with what its source says of it: text, origin, content hash, selection rules. Pure. */
@NullMarked
package dagscribe.source;

import org.jspecify.annotations.NullMarked;
