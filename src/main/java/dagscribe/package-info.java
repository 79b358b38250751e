/** The job: {@code Main} reads the command line, {@code Generate} is the graph. */
@NullMarked
package dagscribe;

import org.jspecify.annotations.NullMarked;
