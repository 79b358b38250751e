/** What an operator sees of a running job: every name of a Beam metric. */
@NullMarked
package dagscribe.metrics;

import org.jspecify.annotations.NullMarked;
