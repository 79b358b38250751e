package dagscribe.records;

import dagscribe.source.Text;
import dagscribe.totals.Destination;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;

/**
 * Coder for a line of the output: two strings and a text. Lines are copied often while they wait to
 * be written, and the JSON in them needs no second parse. Thread-safe.
 */
public final class OutputLineCoder extends AtomicCoder<OutputLine> {

  private static final OutputLineCoder INSTANCE = new OutputLineCoder();
  private static final StringUtf8Coder STRINGS = StringUtf8Coder.of();

  private static final RecordCoder<Text> TEXTS = RecordCoder.of(Text.class);

  private OutputLineCoder() {}

  /** The coder. */
  public static OutputLineCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(OutputLine line, OutputStream out) throws IOException {
    STRINGS.encode(line.destination().name(), out);
    STRINGS.encode(line.reason(), out);
    TEXTS.encode(line.text(), out);
  }

  @Override
  public OutputLine decode(InputStream in) throws IOException {
    return new OutputLine(
        Destination.valueOf(STRINGS.decode(in)), STRINGS.decode(in), TEXTS.decode(in));
  }

  @Override
  public boolean consistentWithEquals() {
    return true;
  }
}
