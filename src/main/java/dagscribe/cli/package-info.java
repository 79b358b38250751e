/**
 * Commands, help, signals, exit codes and the lines at the end of a run: the only part that prints.
 * The top of everything but {@code Main}.
 */
@NullMarked
package dagscribe.cli;

import org.jspecify.annotations.NullMarked;
