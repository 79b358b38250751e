/**
 * Tests of the packaged program, and of whole jobs on every runner, against servers and processes
 * of their own.
 */
@NullMarked
package dagscribe.it;

import org.jspecify.annotations.NullMarked;
