package dagscribe.steps;

import dagscribe.input.FileCheck;
import dagscribe.input.InputFile;
import dagscribe.input.OpenFile;
import dagscribe.input.UnreadableInputException;
import dagscribe.totals.FileTotals;
import dagscribe.totals.RunTotals;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.TupleTag;
import org.jspecify.annotations.Nullable;

/** Cuts files into blocks; those that are small, compressed or not seekable remain whole. */
final class SplitFn extends DoFn<InputFile, FileBlock> {

  static final TupleTag<FileBlock> BLOCKS = new TupleTag<>("blocks") {};

  /** The first block of a file: some ten DAGs, so that the first call waits for no more. */
  private static final long FIRST_BLOCK_BYTES = 64 << 10;

  /** Small enough to keep all cores busy with a few dozen MB, large enough to cost nothing. */
  private static final long SMALLEST_BLOCK_BYTES = 4 << 20;

  /** A block is a bundle on Direct, which holds it in memory. */
  private static final long LARGEST_BLOCK_BYTES = 32 << 20;

  /** Work for so many threads; every block more is a bundle more that state is copied for. */
  private static final int BLOCKS_WANTED = 32;

  private final Input input;

  SplitFn(Input input) {
    this.input = input;
  }

  @ProcessElement
  public void process(@Element InputFile file, MultiOutputReceiver out) throws IOException {
    try (OpenFile open = OpenFile.of(file.name())) {
      @Nullable String complaint = open.complaint(input.contentField());
      if (complaint != null) {
        Damage.tell(input, FileCheck.of(file.name(), complaint), out);
        return;
      }
      boolean isOneBlock =
          open.isCompressed() || !file.isSeekable() || file.sizeBytes() <= FIRST_BLOCK_BYTES;
      List<FileBlock> blocks = isOneBlock ? List.of(FileBlock.whole(file.name())) : split(file);
      out.get(ReadLines.TOTALS).output(RunTotals.read(FileTotals.blocks(blocks.size()), 0));
      blocks.forEach(out.get(BLOCKS)::output);
    } catch (UnreadableInputException e) {
      throw e;
    } catch (IOException e) {
      Damage.tell(input, file.name(), e, out);
    }
  }

  private static List<FileBlock> split(InputFile file) throws IOException {
    List<FileBlock> blocks = new ArrayList<>();
    try (ReadableByteChannel channel = FileSystems.open(file.resource())) {
      new BlockSplitter(file.name(), FIRST_BLOCK_BYTES, blockBytes(file), blocks::add)
          .split(channel);
    }
    return blocks;
  }

  private static long blockBytes(InputFile file) {
    long wanted = Math.min(LARGEST_BLOCK_BYTES, file.sizeBytes() / BLOCKS_WANTED);
    return Math.max(SMALLEST_BLOCK_BYTES, wanted);
  }
}
