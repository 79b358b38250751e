/**
 * A DAG and what follows from its source: facts, hash, priority, filter rules, a shorter form of
 * it. Pure: imports nothing of ours.
 */
@NullMarked
package dagscribe.dag;

import org.jspecify.annotations.NullMarked;
