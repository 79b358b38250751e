package dagscribe.report;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * The part of the ledger that speaks of files.
 *
 * @param matched files that the patterns matched, each once
 * @param read files of which the end was read
 * @param blocks parts that they were cut into, to be read side by side
 * @param blocksRead parts read to their end
 */
public record LedgerFiles(long matched, long read, long blocks, long blocksRead) {

  static LedgerFiles of(Totals totals) {
    return new LedgerFiles(
        totals.get(TotalNames.FILES_MATCHED),
        totals.get(TotalNames.FILES_READ),
        totals.get(TotalNames.BLOCKS_CUT),
        totals.get(TotalNames.BLOCKS_READ));
  }

  /** Whether every file was read, and all of it. */
  @JsonIgnore
  public boolean balanced() {
    return matched == read && blocks == blocksRead;
  }
}
