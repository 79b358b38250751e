/** URL and connections of Redis, for whoever keeps something there. */
@NullMarked
package dagscribe.redis;

import org.jspecify.annotations.NullMarked;
