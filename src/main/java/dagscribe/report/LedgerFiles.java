package dagscribe.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dagscribe.totals.InputTotals;

/**
 * The part of the ledger that speaks of files.
 *
 * @param matched files that the patterns matched, each once
 * @param read files of which the end was read
 * @param blocks parts that they were cut into, to be read side by side
 * @param blocksRead parts read to their end
 */
public record LedgerFiles(long matched, long read, long blocks, long blocksRead) {

  static LedgerFiles of(InputTotals input) {
    return new LedgerFiles(
        input.filesMatched(), input.filesRead(), input.blocksCut(), input.blocksRead());
  }

  /** Whether every file was read, and all of it. */
  @JsonIgnore
  public boolean balanced() {
    return matched == read && blocks == blocksRead;
  }
}
