/** A simulated Messages API server on loopback. */
@NullMarked
package dagscribe.sim;

import org.jspecify.annotations.NullMarked;
