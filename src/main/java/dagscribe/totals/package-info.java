/**
 * What a run has counted: values that add up, for metrics, progress and report. Pure: imports
 * nothing of Beam.
 */
@NullMarked
package dagscribe.totals;

import org.jspecify.annotations.NullMarked;
