/**
 * The port to the Messages API: requests, outcomes, and the decorators that retry, throttle and
 * meter. May import {@code limit}.
 */
@NullMarked
package dagscribe.claude;

import org.jspecify.annotations.NullMarked;
