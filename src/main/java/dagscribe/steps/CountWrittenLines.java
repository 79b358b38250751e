package dagscribe.steps;

import dagscribe.records.RecordCoder;
import dagscribe.totals.Destination;
import dagscribe.totals.OutputTotals;
import dagscribe.totals.RunTotals;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Counts the lines of the files that were written, as they lie in the output directory: the right
 * side of the ledger, independent of everything that was meant to be written. Names the files too,
 * where the input ends.
 */
public final class CountWrittenLines
    extends PTransform<PCollection<KV<String, String>>, PCollection<RunTotals>> {

  private CountWrittenLines() {}

  /** Counts the lines of files, given by destination and name. */
  public static CountWrittenLines create() {
    return new CountWrittenLines();
  }

  @Override
  public PCollection<RunTotals> expand(PCollection<KV<String, String>> files) {
    boolean ends = files.isBounded() == PCollection.IsBounded.BOUNDED;
    return files
        .apply("Count", ParDo.of(new CountFn(ends)))
        .setCoder(RecordCoder.of(RunTotals.class));
  }

  private static final class CountFn extends DoFn<KV<String, String>, RunTotals> {

    private final boolean names;

    CountFn(boolean names) {
      this.names = names;
    }

    @ProcessElement
    public void process(@Element KV<String, String> file, OutputReceiver<RunTotals> out)
        throws IOException {
      ResourceId written = FileSystems.matchSingleFileSpec(file.getValue()).resourceId();
      Optional<String> name = names ? Optional.ofNullable(written.getFilename()) : Optional.empty();
      out.output(
          RunTotals.of(OutputTotals.written(Destination.of(file.getKey()), lines(written), name)));
    }

    private static long lines(ResourceId file) throws IOException {
      long lines = 0;
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      try (ReadableByteChannel channel = FileSystems.open(file)) {
        while (channel.read(buffer) >= 0) {
          buffer.flip();
          while (buffer.hasRemaining()) {
            lines += buffer.get() == '\n' ? 1 : 0;
          }
          buffer.clear();
        }
      }
      return lines;
    }
  }
}
