/**
 * Lines of JSON in and out: records as they are read, output lines as they are written, and the
 * coders between steps.
 */
@NullMarked
package dagscribe.records;

import org.jspecify.annotations.NullMarked;
