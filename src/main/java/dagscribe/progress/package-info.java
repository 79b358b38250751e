/** How far a run is, while it runs: a bar or lines on stderr. Pure but for its adapters. */
@NullMarked
package dagscribe.progress;

import org.jspecify.annotations.NullMarked;
