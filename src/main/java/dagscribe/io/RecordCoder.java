package dagscribe.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.smile.SmileFactory;
import com.fasterxml.jackson.dataformat.smile.SmileGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.util.VarInt;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Coder for a record, as length-prefixed Smile, Jackson's binary JSON: source text is copied and
 * not escaped. Components are written in the order of their declaration, so equal records have
 * equal bytes. Thread-safe.
 */
public final class RecordCoder<T> extends CustomCoder<T> {

  // Names and values are not shared inside a message: every message is small and stands alone.
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          SmileFactory.builder().disable(SmileGenerator.Feature.CHECK_SHARED_NAMES).build());

  private final Class<T> type;
  private transient @Nullable ObjectReader reader;
  private transient @Nullable ObjectWriter writer;

  private RecordCoder(Class<T> type) {
    this.type = type;
  }

  /** Coder for records of one class. */
  public static <T> RecordCoder<T> of(Class<T> type) {
    return new RecordCoder<>(type);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    byte[] bytes = writer().writeValueAsBytes(value);
    VarInt.encode(bytes.length, out);
    out.write(bytes);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    int length = VarInt.decodeInt(in);
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new CoderException("record ends after " + bytes.length + " of " + length + " bytes");
    }
    return reader().readValue(bytes);
  }

  @Override
  public void verifyDeterministic() {}

  @Override
  public boolean consistentWithEquals() {
    return true;
  }

  @Override
  public TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordCoder<?> coder && coder.type == type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }

  private ObjectReader reader() {
    ObjectReader known = reader;
    if (known == null) {
      known = MAPPER.readerFor(type);
      reader = known;
    }
    return known;
  }

  private ObjectWriter writer() {
    ObjectWriter known = writer;
    if (known == null) {
      known = MAPPER.writerFor(type);
      writer = known;
    }
    return known;
  }
}
