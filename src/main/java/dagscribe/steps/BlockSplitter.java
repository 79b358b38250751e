package dagscribe.steps;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.Consumer;

/**
 * Cuts a file into blocks of whole lines, counting lines on the way, so that blocks are read in
 * parallel and yet every record knows its line number. Costs one pass over the bytes.
 */
final class BlockSplitter {

  private static final int BUFFER_BYTES = 1 << 18;

  private final String file;
  private final long mostBytes;
  private long blockBytes;
  private final Consumer<FileBlock> blocks;
  private long offset;
  private long lines;
  private long blockStart;
  private long blockLinesBefore;

  /**
   * @param firstBytes least size of the first block; each is twice as large as the one before
   * @param mostBytes up to this
   */
  BlockSplitter(String file, long firstBytes, long mostBytes, Consumer<FileBlock> blocks) {
    this.file = file;
    this.blockBytes = firstBytes;
    this.mostBytes = mostBytes;
    this.blocks = blocks;
  }

  /** Reads the channel to its end and hands on every block, the last one open-ended. */
  void split(ReadableByteChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (channel.read(buffer) >= 0) {
      buffer.flip();
      scan(buffer);
      buffer.clear();
    }
    blocks.accept(new FileBlock(file, blockStart, Long.MAX_VALUE, blockLinesBefore));
  }

  private void scan(ByteBuffer buffer) {
    while (buffer.hasRemaining()) {
      boolean lineEnds = buffer.get() == '\n';
      offset++;
      if (lineEnds) {
        lines++;
        if (offset - blockStart >= blockBytes) {
          closeBlock();
        }
      }
    }
  }

  private void closeBlock() {
    blocks.accept(new FileBlock(file, blockStart, offset, blockLinesBefore));
    blockStart = offset;
    blockLinesBefore = lines;
    blockBytes = Math.min(mostBytes, 2 * blockBytes);
  }
}
