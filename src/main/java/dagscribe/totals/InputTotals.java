package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * The input as it was read: the left side of the ledger.
 *
 * @param filesMatched files that the patterns matched, each once
 * @param filesRead files of which the end was read
 * @param blocksCut parts that they were cut into, to be read side by side
 * @param blocksRead parts read to their end
 * @param lines non-blank lines read
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record InputTotals(
    long filesMatched, long filesRead, long blocksCut, long blocksRead, long lines)
    implements Serializable {

  /** Nothing read. */
  public static final InputTotals NONE = new InputTotals(0, 0, 0, 0, 0);

  /** One file of the input. */
  public static final InputTotals FILE_MATCHED = new InputTotals(1, 0, 0, 0, 0);

  /** The end of a file. */
  public static final InputTotals FILE_READ = new InputTotals(0, 1, 0, 0, 0);

  /** The end of a block. */
  public static final InputTotals BLOCK_READ = new InputTotals(0, 0, 0, 1, 0);

  /** So many blocks, which a file was cut into. */
  public static InputTotals blocksCut(long blocks) {
    return new InputTotals(0, 0, blocks, 0, 0);
  }

  /** So many lines. */
  public static InputTotals lines(long lines) {
    return new InputTotals(0, 0, 0, 0, lines);
  }

  /** Both together. */
  public InputTotals plus(InputTotals other) {
    return new InputTotals(
        filesMatched + other.filesMatched,
        filesRead + other.filesRead,
        blocksCut + other.blocksCut,
        blocksRead + other.blocksRead,
        lines + other.lines);
  }
}
