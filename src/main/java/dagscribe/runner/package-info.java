/** An embedded Flink that nobody else can reach. */
@NullMarked
package dagscribe.runner;

import org.jspecify.annotations.NullMarked;
