/** The pipelines as tables of contents: which steps a record passes, in order. */
@NullMarked
package dagscribe.graph;

import org.jspecify.annotations.NullMarked;
