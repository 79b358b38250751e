/**
 * What a run would come to before a call is made: DAGs are measured, the rest is arithmetic. Pure:
 * imports nothing of Beam.
 */
@NullMarked
package dagscribe.estimate;

import org.jspecify.annotations.NullMarked;
