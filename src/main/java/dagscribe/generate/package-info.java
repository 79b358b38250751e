/**
 * From a chunk of DAGs to one outcome for each: cache, packs, calls, and what is missing asked
 * again alone. Knows nothing of Beam, and of the API only its port.
 */
@NullMarked
package dagscribe.generate;

import org.jspecify.annotations.NullMarked;
