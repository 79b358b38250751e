package dagscribe.steps;

import dagscribe.records.OutputLine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.Contextful;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.SerializableFunctions;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Writes every line to its destination's files, {@code PREFIX-SSSSS-of-NNNNN.jsonl}, and gives the
 * name of each file written, with its destination.
 *
 * <p>Files are written aside and renamed when all is written: they are complete or absent. A
 * destination without lines has no file. No order.
 */
public final class WriteLines
    extends PTransform<PCollection<OutputLine>, PCollection<KV<String, String>>> {

  private final String directory;
  private final int shards;

  private WriteLines(String directory, int shards) {
    this.directory = directory;
    this.shards = shards;
  }

  /**
   * Writes into a directory.
   *
   * @param shards files per destination, 0 to leave it to the runner
   */
  public static WriteLines to(String directory, int shards) {
    return new WriteLines(directory, shards);
  }

  @Override
  public PCollection<KV<String, String>> expand(PCollection<OutputLine> lines) {
    FileIO.Write<String, OutputLine> write =
        FileIO.<String, OutputLine>writeDynamic()
            .by((SerializableFunction<OutputLine, String>) line -> line.destination().prefix())
            .via(Contextful.fn(SerializableFunctions.identity()), new LineSink())
            .to(directory)
            .withDestinationCoder(StringUtf8Coder.of())
            .withTempDirectory(directory + "/" + OutputNames.UNFINISHED + "files")
            .withNaming((SerializableFunction<String, FileIO.Write.FileNaming>) OutputNames::of);
    return lines
        .apply("Write", shards > 0 ? write.withNumShards(shards) : write)
        .getPerDestinationOutputFilenames();
  }

  private static final class LineSink implements FileIO.Sink<OutputLine>, Serializable {

    private transient @Nullable OutputStream out;

    @Override
    public void open(WritableByteChannel channel) {
      out = Channels.newOutputStream(channel);
    }

    @Override
    public void write(OutputLine line) throws IOException {
      stream().write((line.json() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void flush() throws IOException {
      stream().flush();
    }

    private OutputStream stream() {
      if (out == null) {
        throw new IllegalStateException("the sink is not open");
      }
      return out;
    }
  }
}
