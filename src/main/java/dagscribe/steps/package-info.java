/**
 * The steps of the graph: PTransforms and their DoFns, reading and writing among them. Wiring only;
 * what they do stands in the packages below.
 */
@NullMarked
package dagscribe.steps;

import org.jspecify.annotations.NullMarked;
