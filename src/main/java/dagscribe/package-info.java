/** The program: {@code Main} and nothing else. */
@NullMarked
package dagscribe;

import org.jspecify.annotations.NullMarked;
