package dagscribe.steps;

import dagscribe.totals.FileTotals;

/**
 * A run of whole lines of one file: the unit of reading in parallel.
 *
 * @param file the file's name
 * @param start offset of the first byte, at the beginning of a line
 * @param end offset behind the last byte, {@link Long#MAX_VALUE} for the rest of the file
 * @param linesBefore lines of the file before this block
 */
public record FileBlock(String file, long start, long end, long linesBefore) {

  static FileBlock whole(String file) {
    return new FileBlock(file, 0, Long.MAX_VALUE, 0);
  }

  /** What the ledger holds of this block once it has been read to its end. */
  FileTotals ledger() {
    return end == Long.MAX_VALUE ? FileTotals.FILE_READ : FileTotals.BLOCK_READ;
  }

  boolean isWholeFile() {
    return start == 0 && end == Long.MAX_VALUE;
  }
}
