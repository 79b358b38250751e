/** Processes that tests and benchmarks start: the program itself, and the server that it calls. */
@NullMarked
package dagscribe.testing.process;

import org.jspecify.annotations.NullMarked;
