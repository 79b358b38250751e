/**
 * The port to the Messages API: requests, outcomes, failure kinds, usage, and the catalogue of
 * models.
 */
@NullMarked
package dagscribe.claude;

import org.jspecify.annotations.NullMarked;
