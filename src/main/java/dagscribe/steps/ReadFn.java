package dagscribe.steps;

import com.google.common.io.ByteStreams;
import dagscribe.input.OpenFile;
import dagscribe.metrics.JobMetrics;
import dagscribe.records.LineReader;
import dagscribe.records.SourceLine;
import dagscribe.source.Origin;
import dagscribe.source.TextStore;
import dagscribe.totals.FileTotals;
import dagscribe.totals.RunTotals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.transforms.DoFn;

/** Reads the lines of blocks, and tells of each block that it has read to its end. */
final class ReadFn extends DoFn<FileBlock, SourceLine> {

  /** So often it is told how far reading is. */
  private static final int LINES_OF_A_PART = 1_000;

  private final Input input;
  private final TextStore texts;

  ReadFn(Input input, TextStore texts) {
    this.input = input;
    this.texts = texts;
  }

  @ProcessElement
  public void process(@Element FileBlock block, MultiOutputReceiver out) throws IOException {
    int count = 0;
    try (InputStream in = open(block)) {
      LineReader lines = new LineReader(in, block.linesBefore());
      while (lines.next()) {
        if (!lines.isBlank()) {
          count++;
          Origin origin = new Origin(block.file(), lines.number());
          SourceLine line = new SourceLine(origin, lines.text(), lines.defect());
          out.get(ReadLines.LINES).output(line.in(texts));
          if (count == LINES_OF_A_PART) {
            tell(FileTotals.NONE, count, out);
            count = 0;
          }
        }
      }
    } catch (IOException e) {
      tell(FileTotals.NONE, count, out);
      Damage.tell(input, block.file(), e, out);
      return;
    }
    tell(block.ledger(), count, out);
  }

  private static void tell(FileTotals files, long lines, MultiOutputReceiver out) {
    RunTotals totals = RunTotals.read(files, lines);
    JobMetrics.add(totals);
    out.get(ReadLines.TOTALS).output(totals);
  }

  private static InputStream open(FileBlock block) throws IOException {
    if (block.isWholeFile()) {
      return OpenFile.of(block.file()).text();
    }
    SeekableByteChannel channel =
        (SeekableByteChannel) FileSystems.open(FileSystems.matchNewResource(block.file(), false));
    channel.position(block.start());
    return ByteStreams.limit(Channels.newInputStream(channel), block.end() - block.start());
  }
}
