/**
 * An instruction held against the facts of its source: schedule, names, systems, number of tasks.
 * Pure.
 */
@NullMarked
package dagscribe.source.airflow.grounding;

import org.jspecify.annotations.NullMarked;
