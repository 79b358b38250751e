/** Records in, with file and line; sharded lines out. */
@NullMarked
package dagscribe.io;

import org.jspecify.annotations.NullMarked;
