/**
 * Files of the input: which there are, what they are by their first bytes, and how they are opened.
 */
@NullMarked
package dagscribe.input;

import org.jspecify.annotations.NullMarked;
