/** The steps of the graph: PTransforms and their DoFns, wiring only. */
@NullMarked
package dagscribe.transforms;

import org.jspecify.annotations.NullMarked;
