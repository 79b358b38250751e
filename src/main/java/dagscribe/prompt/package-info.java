/** What is asked and what is understood: templates, fences, packing, parsing of answers. Pure. */
@NullMarked
package dagscribe.prompt;

import org.jspecify.annotations.NullMarked;
