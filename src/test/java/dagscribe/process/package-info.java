/** Processes that tests and benchmarks start: the program itself, and the server that it calls. */
@NullMarked
package dagscribe.process;

import org.jspecify.annotations.NullMarked;
