/** Benchmarks: whole processes on loopback, with numbers that a test must not depend on. */
@NullMarked
package dagscribe.bench;

import org.jspecify.annotations.NullMarked;
