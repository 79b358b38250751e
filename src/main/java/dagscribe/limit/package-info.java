/** Rate and concurrency limits in pure arithmetic; time is a parameter. Imports nothing of ours. */
@NullMarked
package dagscribe.limit;

import org.jspecify.annotations.NullMarked;
