/** One quota for all processes of a job, in Redis. */
@NullMarked
package dagscribe.quota;

import org.jspecify.annotations.NullMarked;
