/**
 * Text of the jar as it is read, and text of strangers as it may be shown. Imports nothing of ours.
 */
@NullMarked
package dagscribe.text;

import org.jspecify.annotations.NullMarked;
