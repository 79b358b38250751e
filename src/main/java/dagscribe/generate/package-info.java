/**
 * From a chunk of DAGs to one outcome for each: cache, packs, calls, and what is missing asked
 * again alone. Knows nothing of Beam. May import {@code dag}, {@code prompt}, {@code claude},
 * {@code cache}.
 */
@NullMarked
package dagscribe.generate;

import org.jspecify.annotations.NullMarked;
