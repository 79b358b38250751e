package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;

/**
 * Files of the input: the part of the ledger that speaks of files.
 *
 * @param matched files that the patterns matched, each once
 * @param read files of which the end was read
 * @param blocks parts that they were cut into, to be read side by side
 * @param blocksRead parts read to their end
 */
public record FileTotals(long matched, long read, long blocks, long blocksRead)
    implements Serializable {

  /** No file. */
  public static final FileTotals NONE = new FileTotals(0, 0, 0, 0);

  /** One file of the input. */
  public static final FileTotals MATCHED = new FileTotals(1, 0, 0, 0);

  /** The end of a block. */
  public static final FileTotals BLOCK_READ = new FileTotals(0, 0, 0, 1);

  /** The end of a file's last block, and so of the file. */
  public static final FileTotals FILE_READ = new FileTotals(0, 1, 0, 1);

  /** So many blocks, which a file was cut into. */
  public static FileTotals blocks(long blocks) {
    return new FileTotals(0, 0, blocks, 0);
  }

  /** Whether every file was read, and all of it. */
  @JsonIgnore
  public boolean balanced() {
    return matched == read && blocks == blocksRead;
  }

  /** Both together. */
  public FileTotals plus(FileTotals other) {
    return new FileTotals(
        matched + other.matched,
        read + other.read,
        blocks + other.blocks,
        blocksRead + other.blocksRead);
  }
}
