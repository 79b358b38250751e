/**
 * Airflow's Python, read by syntax: facts, priority, a shorter form of a source. Pure: imports
 * nothing of ours.
 */
@NullMarked
package dagscribe.source.airflow;

import org.jspecify.annotations.NullMarked;
