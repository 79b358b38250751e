/**
 * What is asked and what is understood: templates, fences, packing, parsing of answers. Pure:
 * imports nothing of ours.
 */
@NullMarked
package dagscribe.prompt;

import org.jspecify.annotations.NullMarked;
