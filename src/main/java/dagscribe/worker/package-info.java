/**
 * What one JVM opens and shares for one job, and how long it lives: the only place that puts the
 * parts of a generator together.
 */
@NullMarked
package dagscribe.worker;

import org.jspecify.annotations.NullMarked;
