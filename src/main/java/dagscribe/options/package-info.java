/**
 * Command line: PipelineOptions interfaces, argument files, and the typed record parsed from them.
 */
@NullMarked
package dagscribe.options;

import org.jspecify.annotations.NullMarked;
