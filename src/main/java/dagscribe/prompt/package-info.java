/**
 * What is asked and what is understood: templates, packing, parsing of answers, grounding. Pure:
 * may import {@code dag} and {@code claude}.
 */
@NullMarked
package dagscribe.prompt;

import org.jspecify.annotations.NullMarked;
