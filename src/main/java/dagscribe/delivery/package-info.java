/**
 * How a call gets to the API and its answer back: metering, retrying, throttling, keeping to a
 * budget and journaling, one around the other.
 */
@NullMarked
package dagscribe.delivery;

import org.jspecify.annotations.NullMarked;
