/**
 * What Direct and Flink need to know of this job and this job of them: partitions, shards,
 * checkpoints, an embedded Flink that listens to nobody, and what their failures mean.
 */
@NullMarked
package dagscribe.runner;

import org.jspecify.annotations.NullMarked;
