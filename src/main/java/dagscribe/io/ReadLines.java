package dagscribe.io;

import com.google.common.io.ByteStreams;
import dagscribe.dag.Origin;
import dagscribe.metrics.JobMetrics;
import dagscribe.report.TotalNames;
import dagscribe.report.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.List;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Watch;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * Reads the non-blank lines of all files under some patterns, each with its file and line number.
 *
 * <p>Every line once; no order. Bounded, unless it goes on looking for files of new names.
 * Compressed files are read by suffix and by one reader each, others in parallel by blocks. A file
 * that cannot be read to its end fails the run.
 */
public final class ReadLines extends PTransform<PBegin, PCollectionTuple> {

  /** The lines. */
  public static final TupleTag<SourceLine> LINES = new TupleTag<>("lines") {};

  /** Number of non-blank lines read, in parts: the left side of the ledger. */
  public static final TupleTag<Totals> TOTALS = new TupleTag<>("totals") {};

  /** Small enough to keep all cores busy with a few dozen MB, large enough to cost nothing. */
  private static final long SMALLEST_BLOCK_BYTES = 4 << 20;

  /** A block is a bundle on Direct, which holds it in memory. */
  private static final long LARGEST_BLOCK_BYTES = 32 << 20;

  /** Work for so many threads; every block more is a bundle more that state is copied for. */
  private static final int BLOCKS_WANTED = 32;

  private final List<String> patterns;
  private final @Nullable Duration watch;

  private ReadLines(List<String> patterns, @Nullable Duration watch) {
    this.patterns = List.copyOf(patterns);
    this.watch = watch;
  }

  /** Reads the files that are there. */
  public static ReadLines of(List<String> patterns) {
    return new ReadLines(patterns, null);
  }

  /**
   * Reads the files under these patterns.
   *
   * @param watch how often to look for new ones; null to read once those that are there
   */
  public static ReadLines of(List<String> patterns, @Nullable Duration watch) {
    return new ReadLines(patterns, watch);
  }

  @Override
  public PCollectionTuple expand(PBegin begin) {
    PCollection<FileBlock> blocks =
        begin
            .apply("Patterns", Create.of(patterns))
            .apply("Match", match())
            .apply("Split", ParDo.of(new SplitFn()))
            .setCoder(RecordCoder.of(FileBlock.class))
            .apply("Spread", Reshuffle.viaRandomKey());
    PCollectionTuple read =
        blocks.apply("Read", ParDo.of(new ReadFn()).withOutputTags(LINES, TupleTagList.of(TOTALS)));
    read.get(LINES).setCoder(RecordCoder.of(SourceLine.class));
    read.get(TOTALS).setCoder(RecordCoder.of(Totals.class));
    return read;
  }

  private FileIO.MatchAll match() {
    return watch == null
        ? FileIO.matchAll().withEmptyMatchTreatment(EmptyMatchTreatment.DISALLOW)
        : FileIO.matchAll()
            .withEmptyMatchTreatment(EmptyMatchTreatment.ALLOW)
            .continuously(org.joda.time.Duration.millis(watch.toMillis()), Watch.Growth.never());
  }

  private static final class SplitFn extends DoFn<MatchResult.Metadata, FileBlock> {

    @ProcessElement
    public void process(@Element MatchResult.Metadata file, OutputReceiver<FileBlock> out)
        throws IOException {
      String name = file.resourceId().toString();
      long blockBytes = blockBytes(file.sizeBytes());
      if (!file.isReadSeekEfficient() || isCompressed(name) || file.sizeBytes() <= blockBytes) {
        out.output(FileBlock.whole(name));
        return;
      }
      try (ReadableByteChannel channel = FileSystems.open(file.resourceId())) {
        new BlockSplitter(name, blockBytes, out::output).split(channel);
      } catch (IOException e) {
        throw new UnreadableInputException(name, e);
      }
    }
  }

  private static final class ReadFn extends DoFn<FileBlock, SourceLine> {

    /** So often it is told how far reading is. */
    private static final int LINES_OF_A_PART = 1_000;

    @ProcessElement
    public void process(@Element FileBlock block, MultiOutputReceiver out) throws IOException {
      int count = 0;
      try (InputStream in = open(block)) {
        LineReader lines = new LineReader(in, block.linesBefore());
        while (lines.next()) {
          if (!lines.isBlank()) {
            count++;
            Origin origin = new Origin(block.file(), lines.number());
            out.get(LINES).output(new SourceLine(origin, lines.text(), lines.defect()));
            if (count == LINES_OF_A_PART) {
              tell(count, out);
              count = 0;
            }
          }
        }
      } catch (IOException e) {
        throw new UnreadableInputException(block.file(), e);
      }
      tell(count, out);
    }

    private static void tell(int count, MultiOutputReceiver out) {
      Totals totals = Totals.of(TotalNames.READ, count);
      JobMetrics.add(totals);
      out.get(TOTALS).output(totals);
    }
  }

  private static long blockBytes(long fileBytes) {
    return Math.max(SMALLEST_BLOCK_BYTES, Math.min(LARGEST_BLOCK_BYTES, fileBytes / BLOCKS_WANTED));
  }

  private static boolean isCompressed(String name) {
    return Compression.detect(name) != Compression.UNCOMPRESSED;
  }

  private static InputStream open(FileBlock block) throws IOException {
    ReadableByteChannel channel =
        FileSystems.open(FileSystems.matchSingleFileSpec(block.file()).resourceId());
    if (block.isWholeFile()) {
      return Channels.newInputStream(Compression.detect(block.file()).readDecompressed(channel));
    }
    ((SeekableByteChannel) channel).position(block.start());
    InputStream rest = Channels.newInputStream(channel);
    return ByteStreams.limit(rest, block.end() - block.start());
  }
}
