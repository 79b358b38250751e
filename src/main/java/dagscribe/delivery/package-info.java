/**
 * How a call gets to the API and its answer back: metering, retrying, throttling and keeping to a
 * budget, one around the other.
 */
@NullMarked
package dagscribe.delivery;

import org.jspecify.annotations.NullMarked;
