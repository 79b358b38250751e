/** The ledger and the run report. Pure: imports nothing of Beam. */
@NullMarked
package dagscribe.report;

import org.jspecify.annotations.NullMarked;
