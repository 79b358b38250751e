/**
 * What tests of several packages share: a run of the program, what it left behind, and the servers
 * and inputs that it is given.
 */
@NullMarked
package dagscribe.testing;

import org.jspecify.annotations.NullMarked;
