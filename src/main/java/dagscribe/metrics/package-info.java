/** The name of every metric. */
@NullMarked
package dagscribe.metrics;

import org.jspecify.annotations.NullMarked;
