/**
 * How much a call carries, how long work takes and which limit binds. One arithmetic for a run and
 * its estimate. Pure.
 */
@NullMarked
package dagscribe.sizing;

import org.jspecify.annotations.NullMarked;
